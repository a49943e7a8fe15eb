import Records

/// A party while its fields are read: the parts of a name and an address, and what tells several
/// renderings of one party apart.
struct PartyDraft {
  var sequence: Int?
  var dataFormat: FieldText?
  var language: FieldText?
  /// Whether fields belong to a further rendering that is not kept.
  private(set) var isPassedOver = false
  var name: FieldText?
  var organisation: FieldText?
  var lastName: FieldText?
  var firstName: FieldText?
  var middleName: FieldText?
  var nameSuffix: FieldText?
  /// Whether an applicant is an inventor as well.
  var isInventor = false
  var country: FieldText?
  var postcode: FieldText?
  var address: FieldText?
  var addressLines: [FieldText] = []
  var province: FieldText?
  var city: FieldText?
  var county: FieldText?

  init() {}

  private init(sequence: Int?, dataFormat: FieldText?, language: FieldText?) {
    self.sequence = sequence
    self.dataFormat = dataFormat
    self.language = language
  }

  var hasName: Bool { name != nil || organisation != nil || lastName != nil }

  var fullName: String? {
    (name ?? organisation)?.string ?? lastName.map { personalName(lastName: $0.string) }
  }

  /// `张三`, `Robert C. Berfield`: the family name goes first where names have no spaces.
  private func personalName(lastName: String) -> String {
    guard let first = lastName.unicodeScalars.first, first.value < 0x2E80 else {
      return lastName + (firstName?.string ?? "")
    }
    return [firstName?.string, middleName?.string, lastName, nameSuffix?.string]
      .compactMap { $0 }.joined(separator: " ")
  }

  private var hasAddress: Bool { address != nil || !addressLines.isEmpty }

  /// The whole address: its text, else its lines.
  var fullAddress: String? {
    if let address { return address.string }
    return addressLines.isEmpty
      ? nil : addressLines.map { $0.string }.joined(separator: ", ")
  }

  /// Starts another rendering of the party. A Chinese one replaces what was read, any other is
  /// passed over where something was read.
  mutating func beginAddressBook(language: FieldText?) {
    if !hasName, !hasAddress {
      self.language = language
    } else if PartyDraft.isChinese(language), !PartyDraft.isChinese(self.language) {
      let country = country
      self = PartyDraft(sequence: sequence, dataFormat: dataFormat, language: language)
      self.country = country
    } else {
      isPassedOver = true
    }
  }

  static func isChinese(_ language: FieldText?) -> Bool {
    language.map { PublicationField.language($0) == "zh" } ?? false
  }
}

extension [PartyDraft] {
  /// One draft for each party in the order of their sequence numbers.
  ///
  /// Several renderings of one party share a sequence number and differ in data format or language;
  /// the first that is not `standard` counts. Equal numbers without such a difference are parties of
  /// their own, numbered as they stand.
  func inOrder() -> [PartyDraft] {
    isInOrder ? self : rearranged()
  }

  /// Whether all drafts have names and ascending numbers, as almost everywhere.
  private var isInOrder: Bool {
    var last = Int.min
    for index in indices {
      guard let sequence = self[index].sequence, sequence > last, self[index].hasName else {
        return false
      }
      last = sequence
    }
    return true
  }

  private func rearranged() -> [PartyDraft] {
    var kept: [PartyDraft] = []
    for draft in self where draft.hasName {
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
    if isEmpty { return [] }
    let drafts = inOrder()
    // The USPTO's applications number from 00.
    let shift = drafts.contains { $0.sequence == 0 } ? 1 : 0
    var parties: [Party] = []
    parties.reserveCapacity(drafts.count)
    for index in drafts.indices {
      guard let name = drafts[index].fullName else { continue }
      parties.append(
        Party(
          sequence: (drafts[index].sequence ?? 1) + shift, name: name,
          country: drafts[index].country?.string, postcode: drafts[index].postcode?.string,
          address: drafts[index].fullAddress, province: drafts[index].province?.string,
          city: drafts[index].city?.string, county: drafts[index].county?.string))
    }
    return parties
  }

  func names() -> [String] {
    if isEmpty { return [] }
    let drafts = inOrder()
    var names: [String] = []
    names.reserveCapacity(drafts.count)
    for index in drafts.indices {
      if let name = drafts[index].fullName { names.append(name) }
    }
    return names
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
    var text = text
    let parts = text.withUTF8 { bytes -> (name: String, code: String)? in
      var end = bytes.count - 5
      guard end > 0, bytes[end...].allSatisfy({ (0x30...0x39).contains($0) }),
        Agency.spaceLength(bytes, end) > 0
      else { return nil }
      let digits = String(decoding: bytes[end...], as: UTF8.self)
      while case let length = Agency.spaceLength(bytes, end), length > 0 { end -= length }
      return (String(decoding: bytes[..<end], as: UTF8.self), digits)
    }
    self.init(name: parts?.name ?? text, code: parts?.code ?? code)
  }

  /// The length of the white space before a place: an ASCII space, U+00A0 or U+3000; else 0.
  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
    if end >= 1, bytes[end - 1] == 0x20 { return 1 }
    if end >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { return 2 }
    if end >= 3, bytes[end - 3] == 0xE3, bytes[end - 2] == 0x80, bytes[end - 1] == 0x80 { return 3 }
    return 0
  }
}

extension Array where Element: Equatable {
  /// Appends an element that is not there yet; for lists of a few elements.
  mutating func appendOnce(_ element: Element) {
    if !contains(element) { append(element) }
  }
}
