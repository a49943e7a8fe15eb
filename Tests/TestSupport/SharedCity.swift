import SampleData

/// A synthetic city written once a process and copied by the tests that need it.
package struct SharedCity: Sendable {
  package let seed: UInt64
  package let answers: SampleAnswers
  private let holder: TemporaryFolder

  package var folder: String { holder.path }

  /// The folders of a city that are inputs; `answers.json` and `README.md` lie beside them.
  package static let parts = ["cnipa", "cnipa-1", "cnipa-prs", "registers"]

  /// Three cities of different seeds, sizes and archives. A failure to write one is the test's.
  package static let small = Result { try SharedCity(patents: 420, seed: 7, archive: 140) }
  package static let middle = Result { try SharedCity(patents: 600, seed: 4_081, archive: 600) }
  package static let large = Result { try SharedCity(patents: 700, seed: 99_991, archive: 250) }

  package static var all: [Result<SharedCity, any Error>] { [small, middle, large] }

  package init(patents: Int, seed: UInt64, archive: Int) throws {
    self.seed = seed
    holder = try TemporaryFolder()
    var city = SampleCity(patents: patents, seed: seed)
    city.documentBytes = 2_500
    city.applicationsPerArchive = archive
    answers = try city.write(to: holder.path)
  }
}
