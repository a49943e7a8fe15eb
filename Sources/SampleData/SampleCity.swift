import Dispatch
import Synchronization

/// A synthetic city in the real shapes: exports, legal status and registers with known answers.
///
/// Every application is composed from the seed and its index alone, so the same seed gives the same
/// bytes on any machine with the same zlib, in any number of threads. The first applications play
/// every case once (``smallestComplete`` of them); memory does not grow with the number of patents.
package struct SampleCity: Sendable {
  /// The number of applications, granted or not.
  package let patents: Int
  package let seed: UInt64
  /// The size aimed at for a document, in bytes; bibliographic data alone takes about 6,000.
  package var documentBytes = 10_000
  /// Applications per delivered archive; a real one holds about 2,000 documents.
  package var applicationsPerArchive = 1_000
  /// The deflate level, 1 fast to 9 small.
  package var level: Int32 = 1

  package init(patents: Int, seed: UInt64) {
    self.patents = patents
    self.seed = seed
  }

  /// From this number of applications on every case occurs at least once.
  package static var smallestComplete: Int { Cast.directed.count }

  /// The city that lies in the repository as `SampleData/`.
  package static var checkedIn: SampleCity {
    var city = SampleCity(patents: 480, seed: 20_251_231)
    city.documentBytes = 2_500
    city.applicationsPerArchive = 160
    city.level = 9
    return city
  }

  /// Writes the city into a folder, created if absent, and tells what is true of it.
  ///
  /// - Parameter progress: receives the number of applications written so far.
  package func write(
    to folder: String, progress: (Int) -> Void = { _ in }
  ) throws -> SampleAnswers {
    for part in ["cnipa", "cnipa-1", "cnipa-prs", "registers"] {
      try OutputFile.createFolder(folder + "/" + part)
    }
    var answers = SampleAnswers()
    let registers = try RegisterFiles(folder: folder + "/registers")
    let batches = (patents + applicationsPerArchive - 1) / applicationsPerArchive
    let width = 2
    var first = 0
    while first < batches {
      let count = min(width, batches - first)
      let deliveries = Mutex<[Int: Result<Delivery, any Error>]>([:])
      let start = first
      DispatchQueue.concurrentPerform(iterations: count) { offset in
        let result = Result { try delivery(start + offset) }
        deliveries.withLock { $0[offset] = result }
      }
      for offset in 0..<count {
        guard let result = deliveries.withLock({ $0[offset] }) else { continue }
        let delivery = try result.get()
        for file in delivery.files {
          try OutputFile.writeFile(file.bytes, to: folder + "/" + file.path)
        }
        for application in delivery.applications {
          answers.add(application)
          try registers.append(application)
        }
        answers.records.merge(delivery.records) { $0 + $1 }
        answers.rejects += delivery.rejects
      }
      first += count
      progress(min(patents, first * applicationsPerArchive))
    }
    let findings = try registers.finish()
    answers.rejects += findings.rejects
    answers.rejects.sort {
      ($0.file, $0.member ?? "", $0.code) < ($1.file, $1.member ?? "", $1.code)
    }
    answers.unmatched = findings.unmatched
    answers.records.merge(registers.rows) { $0 + $1 }
    try OutputFile.writeFile(Array(answers.json.utf8), to: folder + "/answers.json")
    try OutputFile.writeFile(Array(SampleCity.readMe.utf8), to: folder + "/README.md")
    return answers
  }

  private func delivery(_ batch: Int) throws -> Delivery {
    let composer = ApplicationComposer(seed: seed)
    var delivery = DeliveryBuilder(city: self, batch: batch)
    let first = batch * applicationsPerArchive
    for index in first..<min(patents, first + applicationsPerArchive) {
      try delivery.add(composer.application(index))
    }
    if batch == 0 {
      try delivery.addBadInput((0..<5).map { composer.application(patents + $0) })
    }
    return try delivery.finish()
  }
}
