import ArgumentParser
import Pipelines
import Records

extension RejectsCommand {
  /// `ipatlas rejects list`: every open reject, one a line.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the open rejects: id, code, place, reason.")

    @Argument(help: "The plan.") var plan = "Pipelines/sample.yml"
    @Option(help: "Only those of this code.") var code: String?
    @Option(help: "Only those of files whose path has this text.") var file: String?
    @Option(help: "The folder of the database.") var workspace: String?
    @Flag(help: "Writes one JSON object a line.") var json = false

    func validate() throws {
      guard let code, Reject.Code(rawValue: code) == nil else { return }
      throw ValidationError(
        "--code is \(code); expected one of "
          + Reject.Code.allCases.map { $0.rawValue }.joined(separator: ", "))
    }

    func run() throws {
      try CommandFailure.reporting {
        let plan = try PlanReader.read(
          path: plan, today: try CutOff.required(), workspace: workspace)
        let rejects = try IdentifiedReject.all(of: plan).filter { item in
          (code.map { item.reject.code.rawValue == $0 } ?? true)
            && (file.map { item.reject.source.file.contains($0) } ?? true)
        }
        for reject in rejects {
          Terminal.print(
            json ? String(decoding: reject.json().bytes, as: UTF8.self) : reject.line)
        }
        if !json { Terminal.say("\(rejects.count) open rejects; ipatlas rejects show ID") }
      }
    }
  }
}
