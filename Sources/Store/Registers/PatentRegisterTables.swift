import GRDB
import Records

extension AnnualFeeRow: StoredRegisterRow {
  package static var table: RegisterTable { .annualFee }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [patent.storedText, feeYear, Int(dueOn.number), paidOn.map { Int($0.number) }]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, patent: try row.patent(), feeYear: try row.required("fee_year"),
      dueOn: try row.requiredDay("due_on"), paidOn: try row.day("paid_on"))
  }
}

extension LicenceRow: StoredRegisterRow {
  package static var table: RegisterTable { .licence }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [recordNumber, patent.storedText, licensor, licensee, kind, Int(recordedOn.number)]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, recordNumber: try row.required("record"), patent: try row.patent(),
      licensor: row.text("licensor"), licensee: row.text("licensee"), kind: row.text("kind"),
      recordedOn: try row.requiredDay("recorded_on"))
  }
}
