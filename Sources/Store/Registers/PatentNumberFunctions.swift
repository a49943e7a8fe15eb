import GRDB
import Records

/// What SQL asks of the numbers by which registers name patents.
extension DatabaseFunction {
  /// `application_key(patent)`: ``Records/ApplicationNumber/key``; NULL for a publication's number.
  static let applicationKey = DatabaseFunction(
    "application_key", argumentCount: 1, pure: true
  ) { values in
    guard case .application(let number) = try patent(values[0]) else { return nil }
    return number.key
  }

  /// `publication_number(patent)`: the digits of a publication's number; NULL for an application's.
  static let publicationNumber = DatabaseFunction(
    "publication_number", argumentCount: 1, pure: true
  ) { values in
    guard case .publication(let number, _) = try patent(values[0]) else { return nil }
    return number.canonical
  }

  private static func patent(_ value: DatabaseValue) throws -> PatentNumber {
    let text = String.fromDatabaseValue(value) ?? ""
    guard let number = try? PatentNumber(parsing: text) else {
      throw StoreError.damaged(table: "register", column: "patent", value: text)
    }
    return number
  }
}
