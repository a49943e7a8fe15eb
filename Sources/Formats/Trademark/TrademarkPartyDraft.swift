import Records

/// A holder or representative of a mark while its fields are read.
struct TrademarkPartyDraft {
  /// A line of a name or an address, in the language that is given.
  struct Line {
    var language: String?
    var text: String
  }

  /// The office's number of the party.
  var identifier: String?
  /// Whether the delivery takes the party from the mark.
  var isDeleted = false
  /// The party's stage in a history of owners, `10` applicant to `31` and on for later owners.
  var stage: Int?
  var nameLines: [Line] = []
  var latinName: String?
  var organisation: String?
  var entity: String?
  var firstName: String?
  var middleName: String?
  var lastName: String?
  var addressLines: [Line] = []
  var state: String?
  var country: String?

  /// The name: the free lines of one language, else the organisation, else the person.
  ///
  /// Lines of one language are parts of one name; further languages are renderings of it.
  func name(joinedBy separator: String) -> String? {
    if !nameLines.isEmpty { return TrademarkPartyDraft.joined(nameLines, separator) }
    return entity ?? organisation ?? personName
  }

  /// `First Middle Last`; Chinese, Japanese and Korean names stand with the family name first.
  private var personName: String? {
    guard let lastName else { return firstName }
    guard let firstName else { return lastName }
    if lastName.unicodeScalars.allSatisfy({ $0.value >= 0x2E80 }) { return lastName + firstName }
    return [firstName, middleName, lastName].compactMap { $0 }.joined(separator: " ")
  }

  var address: String? { TrademarkPartyDraft.joined(addressLines, ", ") }

  var holder: Holder? {
    guard let name = name(joinedBy: " ") else { return nil }
    var latin = latinName
    if latin == nil, nameLines.count > 1,
      let chosen = TrademarkPartyDraft.language(of: nameLines), PartyDraft.isChinese(chosen)
    {
      latin = nameLines.first { $0.language == "en" }?.text
    }
    return Holder(name: name, latinName: latin, address: address, country: country)
  }

  private static func joined(_ lines: [Line], _ separator: String) -> String? {
    let language = language(of: lines)
    var parts: [String] = []
    for line in lines where line.language == language {
      // Some offices repeat a line in place of a translation.
      if parts.last != line.text { parts.append(line.text) }
    }
    guard var text = parts.first else { return nil }
    for part in parts.dropFirst() {
      while text.hasSuffix(",") || text.hasSuffix(" ") { text.removeLast() }
      text += separator + part
    }
    return text
  }

  /// Chinese where it is given, else the first.
  private static func language(of lines: [Line]) -> String? {
    lines.first { PartyDraft.isChinese($0.language) }?.language ?? lines.first?.language
  }
}
