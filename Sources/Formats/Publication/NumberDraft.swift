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
  /// The later application a parent was divided into, where the document names it.
  var child: String?

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
  init?(applicationType: String?) {
    switch applicationType {
    case "10", "11", "1", "发明专利", "utility": self = .invention
    case "20", "21", "2", "实用新型": self = .utilityModel
    case "30", "3", "外观设计", "design": self = .design
    case "plant": self = .plant
    default: return nil
    }
  }
}
