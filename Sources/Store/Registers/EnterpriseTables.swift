import GRDB
import Records

extension PopulationRow: StoredRegisterRow {
  package static var table: RegisterTable { .population }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [Int(region.number), year, persons, origin]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, region: try row.parsed("region") { RegionCode(number: $0) },
      year: try row.required("year"), persons: try row.required("persons"),
      origin: row.text("origin"))
  }
}

extension MarketEntityRow: StoredRegisterRow {
  package static var table: RegisterTable { .marketEntities }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [Int(region.number), year, count]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, region: try row.parsed("region") { RegionCode(number: $0) },
      year: try row.required("year"), count: try row.required("count"))
  }
}

extension EnterpriseRow: StoredRegisterRow {
  package static var table: RegisterTable { .enterprise }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [
      name, creditCode?.text, list.rawValue, year, region.map { Int($0.number) }, industry,
    ]
  }

  package init(_ row: RegisterColumns) throws {
    let code: CreditCode? =
      row.text("uscc") == nil
      ? nil : try row.parsed("uscc") { (text: String) in try CreditCode(parsing: text) }
    self.init(
      source: row.source, name: try row.required("name"), creditCode: code,
      list: try row.parsed("list") { EnterpriseList(rawValue: $0) }, year: row.integer("year"),
      region: try row.region("region"), industry: row.text("industry"))
  }
}

extension OwnerDecisionRow: StoredRegisterRow {
  package static var table: RegisterTable { .ownerDecision }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [name, canonical, reason, decidedBy, decidedOn.map { Int($0.number) }]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, name: try row.required("name"),
      canonical: try row.required("canonical"), reason: row.text("reason"),
      decidedBy: row.text("decided_by"), decidedOn: try row.day("decided_on"))
  }
}

extension IndicatorRow: StoredRegisterRow {
  package static var table: RegisterTable { .indicator }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [indicator.text, year, value, unit, origin]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source,
      indicator: try row.parsed("indicator") { (text: String) in IndicatorID(text) },
      year: try row.required("year"), value: try row.required("value"), unit: row.text("unit"),
      origin: row.text("origin"))
  }
}
