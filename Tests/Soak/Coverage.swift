import Formats

/// What a soak must have cut to be worth anything: a reader that no sample reaches is a defect of the
/// samples, not a pass.
struct Coverage {
  /// Every reader of documents, and every format and register by its id.
  private static let expected =
    Set(Formats.outlines.map { $0.name } + Formats.descriptions.map { $0.id })
    .union(RegisterKind.allCases.map { $0.formatID })

  private(set) var reached: Set<String> = []
  private(set) var folders: Set<String> = []

  mutating func add(_ sample: Sample, folder: String) {
    reached.formUnion(sample.readers)
    folders.insert(folder)
  }

  /// What no sample reached, in alphabetical order.
  var missing: [String] { Coverage.expected.subtracting(reached).sorted() }
}
