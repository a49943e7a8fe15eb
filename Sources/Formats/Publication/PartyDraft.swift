import Records

/// A party while its fields are read: the parts of a name and an address, and what tells several
/// renderings of one party apart.
struct PartyDraft {
  var sequence: Int?
  var dataFormat: String?
  var language: String?
  /// Whether fields belong to a further rendering that is not kept.
  private(set) var isPassedOver = false
  var name: String?
  var organisation: String?
  var lastName: String?
  var firstName: String?
  var country: String?
  var postcode: String?
  var address: String?
  var province: String?
  var city: String?
  var county: String?

  init() {}

  private init(sequence: Int?, dataFormat: String?, language: String?) {
    self.sequence = sequence
    self.dataFormat = dataFormat
    self.language = language
  }

  var fullName: String? {
    name ?? organisation ?? lastName.map { $0 + (firstName ?? "") }
  }

  /// Starts another rendering of the party. A Chinese one replaces what was read, any other is
  /// passed over where something was read.
  mutating func beginAddressBook(language: String?) {
    if fullName == nil, address == nil {
      self.language = language
    } else if PartyDraft.isChinese(language), !PartyDraft.isChinese(self.language) {
      self = PartyDraft(sequence: sequence, dataFormat: dataFormat, language: language)
    } else {
      isPassedOver = true
    }
  }

  static func isChinese(_ language: String?) -> Bool {
    language?.lowercased().hasPrefix("zh") ?? false
  }
}

extension [PartyDraft] {
  /// One draft for each party in the order of their sequence numbers.
  ///
  /// Several renderings of one party share a sequence number and differ in data format or language;
  /// the first that is not `standard` counts. Equal numbers without such a difference are parties of
  /// their own, numbered as they stand.
  func inOrder() -> [PartyDraft] {
    var kept: [PartyDraft] = []
    for draft in self where draft.fullName != nil {
      guard let sequence = draft.sequence,
        let index = kept.firstIndex(where: { $0.sequence == sequence && $0.isRendering(of: draft) })
      else {
        kept.append(draft)
        continue
      }
      if kept[index].dataFormat == "standard", draft.dataFormat != "standard" {
        kept[index] = draft
      } else if !PartyDraft.isChinese(kept[index].language), PartyDraft.isChinese(draft.language),
        draft.dataFormat != "standard"
      {
        kept[index] = draft
      }
    }
    let sequences = kept.compactMap { $0.sequence }
    guard sequences.count == kept.count, Set(sequences).count == kept.count else {
      return kept.enumerated().map { index, draft in
        var draft = draft
        draft.sequence = index + 1
        return draft
      }
    }
    return kept.enumerated().sorted {
      ($0.element.sequence ?? 0, $0.offset) < ($1.element.sequence ?? 0, $1.offset)
    }.map { $0.element }
  }

  func parties() -> [Party] {
    inOrder().compactMap { draft in
      draft.fullName.map {
        Party(
          sequence: draft.sequence ?? 1, name: $0, country: draft.country,
          postcode: draft.postcode, address: draft.address, province: draft.province,
          city: draft.city, county: draft.county)
      }
    }
  }
}

extension PartyDraft {
  fileprivate func isRendering(of other: PartyDraft) -> Bool {
    dataFormat != other.dataFormat || language != other.language
  }
}

extension Agency {
  /// Splits `…事务所(普通合伙) 53108` into name and five-digit code.
  init(printed text: String, code: String? = nil) {
    let bytes = text.utf8
    let digits = bytes.suffix(5)
    let rest = bytes.dropLast(5)
    guard digits.count == 5, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let last = rest.last,
      last == 0x20 || rest.suffix(2).elementsEqual([0xC2, 0xA0])
        || rest.suffix(3).elementsEqual([0xE3, 0x80, 0x80])
    else {
      self.init(name: text, code: code)
      return
    }
    var name = text.unicodeScalars.dropLast(5)
    while let end = name.last, end.properties.isWhitespace { name.removeLast() }
    self.init(name: String(name), code: String(text.unicodeScalars.suffix(5)))
  }
}

extension Array where Element: Equatable {
  /// Appends an element that is not there yet; for lists of a few elements.
  mutating func appendOnce(_ element: Element) {
    if !contains(element) { append(element) }
  }
}
