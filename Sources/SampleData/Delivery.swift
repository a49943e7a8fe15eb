/// The files of one batch of applications, ready to be written.
struct Delivery: Sendable {
  struct File: Sendable {
    /// Relative to the city's folder.
    let path: String
    let bytes: [UInt8]
  }

  var files: [File] = []
  var applications: [Application] = []
  var records: [String: Int] = [:]
  var rejects: [SampleAnswers.ExpectedReject] = []
}
