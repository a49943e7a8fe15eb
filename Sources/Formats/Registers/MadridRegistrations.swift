import Records

/// International registrations of marks that the city's owners hold (马德里注册).
enum MadridRegistrations: Register {
  static let kind = RegisterKind.madrid
  static let chineseName = "马德里注册"

  static let number = RegisterColumn("国际注册号", "international_no", required: true)
  static let mark = RegisterColumn("商标名称", "mark")
  static let holder = RegisterColumn("注册人", "holder", required: true)
  static let registeredOn = RegisterColumn("国际注册日", "registered_on", required: true)
  static let expiresOn = RegisterColumn("有效期至", "expires_on")
  static let designations = RegisterColumn("指定国家", "designations")

  static let columns = [number, mark, holder, registeredOn, expiresOn, designations]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    let text = try cells.requiredText(number, numberForm)
    guard let internationalNumber = InternationalMarkNumber(CellText.key(text)) else {
      throw CellFault(
        code: .noNumber, column: cells.layout.name(number),
        problem: "\"\(text)\" found, expected \(numberForm)")
    }
    let designated = (cells.text(designations) ?? "").split { ",;、，；/ \n\t\u{3000}".contains($0) }
    return .madrid(
      MadridRow(
        source: cells.source, internationalNumber: internationalNumber, mark: cells.text(mark),
        holder: try cells.requiredText(holder, "a holder's name"),
        registeredOn: try cells.requiredDay(registeredOn), expiresOn: try cells.day(expiresOn),
        designations: designated.map { CountryName.code(String($0)) ?? String($0) }))
  }

  private static let numberForm =
    "an international registration number of up to seven digits, such as 1234567 or 1234567A"
}
