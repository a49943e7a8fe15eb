import GRDB
import Records

extension ProtectedMarkRow: StoredRegisterRow {
  package static var table: RegisterTable { .protectedMark }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [mark, niceClass.number, registrationNumber, list, owner]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, mark: try row.required("mark"),
      niceClass: try row.parsed("class") { NiceClass(number: $0) },
      registrationNumber: row.text("registration"), list: row.text("list"),
      owner: row.text("owner"))
  }
}

extension MadridRow: StoredRegisterRow {
  package static var table: RegisterTable { .madrid }

  /// Designations are kept in one column, separated by U+001F.
  package var columnValues: [(any DatabaseValueConvertible)?] {
    [
      internationalNumber.text, mark, holder, Int(registeredOn.number),
      expiresOn.map { Int($0.number) },
      designations.isEmpty ? nil : designations.joined(separator: "\u{1F}"),
    ]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source,
      internationalNumber: try row.parsed("number") { (text: String) in
        InternationalMarkNumber(text)
      }, mark: row.text("mark"), holder: try row.required("holder"),
      registeredOn: try row.requiredDay("registered_on"), expiresOn: try row.day("expires_on"),
      designations: (row.text("designations") ?? "").split(separator: "\u{1F}").map(String.init))
  }
}

extension GIProductRow: StoredRegisterRow {
  package static var table: RegisterTable { .giProduct }

  package var columnValues: [(any DatabaseValueConvertible)?] {
    [name, announcementNumber, announcedOn.map { Int($0.number) }, place]
  }

  package init(_ row: RegisterColumns) throws {
    self.init(
      source: row.source, name: try row.required("name"),
      announcementNumber: try row.required("announcement"),
      announcedOn: try row.day("announced_on"), place: row.text("place"))
  }
}
