import Records

/// Lists of trademarks under special protection (重点商标保护名录): one mark in one class a row.
enum ProtectedMarks: Register {
  static let kind = RegisterKind.protectedMarks
  static let chineseName = "重点商标保护名录"

  static let mark = RegisterColumn("商标名称", "mark", required: true)
  static let niceClass = RegisterColumn("国际分类", "class", required: true)
  static let registration = RegisterColumn("注册号", "registration_no")
  static let list = RegisterColumn("名录", "list")
  static let owner = RegisterColumn("权利人", "owner")

  static let columns = [mark, niceClass, registration, list, owner]

  /// The export of all registered marks has names and classes too, but no 名录.
  static let recognisingColumns = [mark, niceClass, list]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    .protectedMark(
      ProtectedMarkRow(
        source: cells.source, mark: try cells.requiredText(mark, "a trademark's name"),
        niceClass: try niceClass(cells),
        registrationNumber: cells.text(registration).map { CellText.key($0) },
        list: cells.text(list), owner: cells.text(owner)))
  }

  /// A class as `9`, `09`, `第9类` or `9类`.
  private static func niceClass(_ cells: RegisterCells) throws(CellFault) -> NiceClass {
    let text = try cells.requiredText(niceClass, classForm)
    var key = CellText.key(text)[...]
    if key.hasPrefix("第") { key = key.dropFirst() }
    if key.hasSuffix("类") { key = key.dropLast() }
    guard key.utf8.count <= 2, key.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(key), let niceClass = NiceClass(number: number)
    else { throw cells.fault(niceClass, text, classForm) }
    return niceClass
  }

  private static let classForm = "one class of goods or services, 1 to 45, such as 33"
}
