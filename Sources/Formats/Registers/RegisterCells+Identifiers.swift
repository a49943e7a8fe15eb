import Records

/// Codes and numbers other than patents' that registers have in common.
extension RegisterCells {
  /// A division code; nil if the cell is empty.
  func region(_ column: RegisterColumn) throws(CellFault) -> RegionCode? {
    guard let text = text(column) else { return nil }
    guard let region = RegionCode(CellText.narrow(text)) else {
      throw fault(column, text, Self.regionForm)
    }
    return region
  }

  func requiredRegion(_ column: RegisterColumn) throws(CellFault) -> RegionCode {
    _ = try requiredText(column, Self.regionForm)
    if let region = try region(column) { return region }
    throw fault(column, "", Self.regionForm)
  }

  /// A year as ``year(_:)`` reads it; nil if the cell is empty.
  func optionalYear(_ column: RegisterColumn) throws(CellFault) -> Int? {
    text(column) == nil ? nil : try year(column)
  }

  /// A unified social credit code with a right check character; nil if the cell is empty.
  func creditCode(_ column: RegisterColumn) throws(CellFault) -> CreditCode? {
    guard let text = text(column) else { return nil }
    do {
      return try CreditCode(parsing: CellText.key(text))
    } catch {
      switch error {
      case .malformed:
        throw fault(
          column, text, "a credit code of 18 digits and capitals such as 913400000000000008")
      case .checkCharacter(let found, let expected):
        throw CellFault(
          code: .checkDigit, column: layout.name(column),
          problem: "\"\(text)\" ends with the check character \(found), expected \(expected); "
            + "compare it with the licence")
      }
    }
  }

  /// A key such as a record number, without white space, in upper case.
  func requiredKey(_ column: RegisterColumn, _ expected: String) throws(CellFault) -> String {
    CellText.key(try requiredText(column, expected))
  }

  private static let regionForm = "a division code of six digits such as 341302"
}
