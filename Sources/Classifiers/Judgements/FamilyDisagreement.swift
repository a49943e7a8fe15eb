import Dossiers
import Records

/// A point in which the office's register and worldwide data contradict each other about a member of
/// a family. The register decides; the disagreement is listed so that somebody looks.
package struct FamilyDisagreement: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Worldwide data hold a granted member that the register does not name as granted.
    case missingInRegister = "missing-in-register"
    /// The register names a member as granted of which worldwide data hold ungranted documents only.
    case notGrantedInBulk = "not-granted-in-bulk"
    /// Both name the member as granted, on different days.
    case grantDate = "grant-date"
  }

  package var application: ApplicationNumber
  package var kind: Kind
  /// The member, `US8420588B2`.
  package var member: String
  /// What the register says; nil where it is silent on the member.
  package var registerValue: String?
  package var registerSource: Source?
  package var bulkValue: String
  package var bulkSource: Source

  /// The disagreements about one patent; none where the register has no row of it.
  package static func all(
    application: ApplicationNumber, rows: [FamilyRow], rights: [FamilyRight]
  ) -> [FamilyDisagreement] {
    guard !rows.isEmpty else { return [] }
    return rights.compactMap { right in
      let row = rows.first { names($0, right) }
      // A row that does not say whether its member was granted contradicts nothing.
      if let row, OverseasFamily.isGranted(row) == nil { return nil }
      let isGranted = row.flatMap { OverseasFamily.isGranted($0) }
      let kind: Kind
      switch (isGranted, right.isGranted) {
      case (.none, .some(true)), (.some(false), .some(true)): kind = .missingInRegister
      case (.some(true), .some(false)): kind = .notGrantedInBulk
      case (.some(true), .some(true)):
        guard let day = row?.grantedOn, let other = right.grantedOn, day != other else {
          return nil
        }
        kind = .grantDate
      default: return nil
      }
      return FamilyDisagreement(
        application: application, kind: kind, member: right.publication,
        registerValue: row.map { text(isGranted: isGranted, day: $0.grantedOn) },
        registerSource: row?.source,
        bulkValue: text(isGranted: right.isGranted, day: right.grantedOn),
        bulkSource: right.source)
    }
  }

  /// Whether a row of the register names one of the right's documents, or, without a number, its
  /// country.
  private static func names(_ row: FamilyRow, _ right: FamilyRight) -> Bool {
    guard OverseasFamily.country(row) == right.country else { return false }
    guard let text = row.memberPublication,
      let number = PublicationNumber(country: right.country, trimmedOfKind(text))
    else { return row.memberPublication == nil && row.memberCountry != nil }
    let document = PublishedDocument(country: right.country, number: number, kind: nil)
    return right.joiningNumbers.contains(document.joiningNumber)
  }

  /// The number without the kind code behind it: `US8420588B2` → `US8420588`.
  private static func trimmedOfKind(_ text: String) -> String {
    var bytes = Array(text.uppercased().utf8.filter { $0 > 0x20 })
    if let last = bytes.last, (0x30...0x39).contains(last), bytes.count > 4,
      (0x41...0x5A).contains(bytes[bytes.count - 2])
    {
      bytes.removeLast(2)
    } else if let last = bytes.last, (0x41...0x5A).contains(last) {
      bytes.removeLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func text(isGranted: Bool?, day: CalendarDay?) -> String {
    switch isGranted {
    case .some(true): return day.map { "授权 \($0.isoText)" } ?? "授权"
    case .some(false): return "未授权"
    case nil: return "不明"
    }
  }
}
