import Records

/// A number of an application, publication, priority or citation while its fields are read, in one of
/// the forms in which an office gives it (`original`, `standard`, `docdb`, `epodoc`).
struct NumberDraft {
  var dataFormat: FieldText?
  var sequence: Int?
  var type: FieldText?
  var country: FieldText?
  var number: FieldText?
  var kind: FieldText?
  var date: PartialDate?
  /// The later application a parent was divided into, where the document names it.
  var child: FieldText?
  /// How a priority is linked, `W` for the international application itself.
  var linkage: FieldText?
  /// The number with its country and kind in one text.
  var fullNumber: FieldText?
  /// Tells renderings of one number, which share it, from other numbers.
  var group = 0

  init(group: Int = 0) { self.group = group }

  /// Whether this is the number of an international application: DOCDB gives the receiving office
  /// as the country and `W` as the kind.
  var isInternational: Bool { kind == "W" }

  /// The country and the rest of a number of the form `epodoc`, which begins with the country.
  var countryAndNumber: (country: FieldText?, number: FieldText)? {
    guard dataFormat == "epodoc", country == nil, let number, number.beginsWithCountry,
      let rest = number[2..<number.count]
    else { return nil }
    return (number[0..<2], rest)
  }

  /// An international application with its number as the office writes it, `PCT/US2008/086599`; nil
  /// for any other.
  ///
  /// DOCDB writes the receiving office as the country, the year with four or two digits and the
  /// serial with six or five.
  var internationalApplication: InternationalApplication? {
    guard isInternational, let country = country?.string, let number, number.isDigits else {
      return nil
    }
    let year: Int
    switch number.count {
    case 10: year = 4
    case 7: year = 2
    default: return nil
    }
    let digits = number.string
    return InternationalApplication(
      applicationNumber: "PCT/\(country)\(digits.prefix(year))/\(digits.dropFirst(year))",
      filingDate: date)
  }

  /// The document of an office, a number and a kind.
  var publishedDocument: PublishedDocument? {
    guard let country = country?.string, let text = number?.string,
      let number = PublicationNumber(country: country, text)
    else { return nil }
    return PublishedDocument(
      country: country, number: number, kind: kind.flatMap { KindCode($0.string) })
  }

  var isStandard: Bool { dataFormat == "standard" }
}

extension [NumberDraft] {
  /// The first in the original form, or in none, else the first; only those with a number count.
  var preferred: NumberDraft? {
    var first: Int?
    for index in indices where self[index].number != nil {
      if !self[index].isStandard { return self[index] }
      first = first ?? index
    }
    return first.map { self[$0] }
  }

  /// The first with a number in the given form (`docdb`), else the one preferred of all.
  func preferred(form: FieldText?) -> NumberDraft? {
    if let form, let found = first(where: { $0.dataFormat == form && $0.number != nil }) {
      return found
    }
    return preferred
  }

  /// Those in the first of the given forms that occurs; without forms the originals. Other forms
  /// are numbered by themselves, so nothing is taken from them.
  func inForm(of forms: [FieldText]) -> [NumberDraft] {
    for form in forms {
      let found = filter { $0.dataFormat == form && $0.number != nil }
      if !found.isEmpty { return found }
    }
    return originals
  }

  /// One of each group of renderings: that in the first of the given forms.
  func oneOfEach(of forms: [FieldText]) -> [NumberDraft] {
    func rank(_ draft: NumberDraft) -> Int {
      draft.dataFormat.flatMap { forms.firstIndex(of: $0) } ?? forms.count
    }
    var kept: [NumberDraft] = []
    for draft in self {
      if let last = kept.last, last.group == draft.group {
        if draft.number != nil, last.number == nil || rank(draft) < rank(last) {
          kept[kept.count - 1] = draft
        }
      } else {
        kept.append(draft)
      }
    }
    return kept
  }

  /// One for each sequence number: of several renderings, which differ in their data format, the
  /// number of the original, else of the first, with the country and the date that any of them gives.
  var onePerSequence: [NumberDraft] {
    var kept: [NumberDraft] = []
    for draft in self {
      guard let sequence = draft.sequence,
        let index = kept.firstIndex(where: {
          $0.sequence == sequence && $0.dataFormat != draft.dataFormat
        })
      else {
        kept.append(draft)
        continue
      }
      if draft.dataFormat == "original", let number = draft.number { kept[index].number = number }
      kept[index].country = kept[index].country ?? draft.country
      kept[index].date = kept[index].date ?? draft.date
    }
    return kept
  }

  /// Begins a rendering of the last number, unless that has none yet.
  mutating func beginRendering() {
    guard let last, last.number != nil || last.country != nil else { return }
    var draft = NumberDraft(group: last.group)
    draft.sequence = last.sequence
    draft.linkage = last.linkage
    draft.type = last.type
    append(draft)
  }

  /// Sets how the last priority is linked, in all its renderings.
  mutating func setLinkage(_ value: FieldText?) {
    guard let group = last?.group else { return }
    for index in indices.reversed() {
      guard self[index].group == group else { return }
      self[index].linkage = value
    }
  }

  /// Those that are not `standard` renderings of another; all, if only such are given.
  var originals: [NumberDraft] {
    let numbered = filter { $0.number != nil }
    let originals = numbered.filter { !$0.isStandard }
    return originals.isEmpty ? numbered : originals
  }
}

extension Right {
  /// The right of CNIPA's `applType`, 10 and 11 invention, 20 and 21 utility model, 30 design, or of
  /// the USPTO's `appl-type`; nil for its `reissue` and `sir`, which the kind decides.
  init?(applicationType: FieldText?) {
    switch applicationType {
    case "10", "11", "1", "发明专利", "utility": self = .invention
    case "20", "21", "2", "实用新型": self = .utilityModel
    case "30", "3", "外观设计", "design": self = .design
    case "plant": self = .plant
    default: return nil
    }
  }
}

extension FiledNumber {
  /// The number of an application in any office. That of an international application keeps the
  /// digits of its delivery, though its country be China.
  init(draft: NumberDraft, country: String? = nil) throws(ApplicationNumberFault) {
    let number = draft.number?.string ?? ""
    guard let country = draft.country?.string ?? country else { throw .malformed(found: number) }
    if draft.isInternational, let number = ForeignNumber(country: country, number) {
      self = .foreign(number)
    } else {
      try self.init(country: country, parsing: number)
    }
  }
}
