import Records

/// The numbers that CNIPA gives twice, in its original and its standard form.
struct NumberDraft {
  var dataFormat: String?
  var sequence: Int?
  var type: String?
  var country: String?
  var number: String?
  var kind: String?
  var date: PartialDate?

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
  func preferred(form: String?) -> NumberDraft? {
    if let form, let found = first(where: { $0.dataFormat == form && $0.number != nil }) {
      return found
    }
    return preferred
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

  /// Those that are not `standard` renderings of another; all, if only such are given.
  var originals: [NumberDraft] {
    let numbered = filter { $0.number != nil }
    let originals = numbered.filter { !$0.isStandard }
    return originals.isEmpty ? numbered : originals
  }
}

extension Right {
  /// The right of CNIPA's `applType`: 10 and 11 invention, 20 and 21 utility model, 30 design.
  init?(applicationType: String?) {
    switch applicationType {
    case "10", "11", "1", "发明专利": self = .invention
    case "20", "21", "2", "实用新型": self = .utilityModel
    case "30", "3", "外观设计": self = .design
    default: return nil
    }
  }
}
