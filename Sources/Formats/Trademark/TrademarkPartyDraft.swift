import Records

/// A holder or representative of a mark while its fields are read.
struct TrademarkPartyDraft {
  /// A line of a name or an address, in the language that is given.
  struct Line {
    var language: FieldText?
    var text: FieldText
  }

  /// The office's number of the party.
  var identifier: FieldText?
  /// Whether the delivery takes the party from the mark.
  var isDeleted = false
  /// The party's stage in a history of owners, `10` applicant to `31` and on for later owners.
  var stage: Int?
  var nameLines: [Line] = []
  var latinName: FieldText?
  var organisation: FieldText?
  var entity: FieldText?
  var firstName: FieldText?
  var middleName: FieldText?
  /// The family name; some offices give it in several elements.
  var lastName: [FieldText] = []
  var addressLines: [Line] = []
  var state: FieldText?
  var country: FieldText?

  /// The name: the free lines of one language, else the organisation, else the person.
  ///
  /// Lines of one language are parts of one name; further languages are renderings of it.
  func name(joinedBy separator: String) -> String? {
    if !nameLines.isEmpty { return TrademarkPartyDraft.joined(nameLines, separator) }
    return (entity ?? organisation)?.string ?? personName
  }

  /// `First Middle Last`; Chinese, Japanese and Korean names stand with the family name first.
  private var personName: String? {
    let first = firstName?.string
    guard !lastName.isEmpty else { return first }
    let last = lastName.map { $0.string }.joined(separator: " ")
    guard let first else { return last }
    if last.unicodeScalars.allSatisfy({ $0.value >= 0x2E80 }) { return last + first }
    return [first, middleName?.string, last].compactMap { $0 }.joined(separator: " ")
  }

  var address: String? { TrademarkPartyDraft.joined(addressLines, ", ") }

  var holder: Holder? {
    guard let name = name(joinedBy: " ") else { return nil }
    var latin = latinName?.string
    if latin == nil, nameLines.count > 1,
      let chosen = TrademarkPartyDraft.language(of: nameLines), PartyDraft.isChinese(chosen)
    {
      latin = nameLines.first { $0.language == "en" }?.text.string
    }
    return Holder(name: name, latinName: latin, address: address, country: country?.string)
  }

  private static func joined(_ lines: [Line], _ separator: String) -> String? {
    let language = language(of: lines)
    var last: FieldText?
    var text: String?
    for line in lines where line.language == language {
      // Some offices repeat a line in place of a translation.
      if line.text == last { continue }
      last = line.text
      if var start = text {
        while let byte = start.utf8.last, byte == 0x2C || byte == 0x20 { start.removeLast() }
        text = start + separator + line.text.string
      } else {
        text = line.text.string
      }
    }
    return text
  }

  /// Chinese where it is given, else the first.
  private static func language(of lines: [Line]) -> FieldText? {
    lines.first { PartyDraft.isChinese($0.language) }?.language ?? lines.first?.language
  }
}
