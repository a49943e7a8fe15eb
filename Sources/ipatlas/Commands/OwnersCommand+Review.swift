import ArgumentParser
import Pipelines
import Records

extension OwnersCommand {
  /// `ipatlas owners review`: pairs of names that may be one owner.
  struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists pairs of names that may be one owner and were not merged.",
      discussion: """
        The likeliest come first. Decide in the register owner-decisions (columns 原名称, 归并为, 依据, 决定人, \
        日期): a row that leads a name to another merges them, a row that leads a name to itself keeps it \
        apart. The next run follows it.
        """)

    @Argument(help: "The plan.") var plan = "Pipelines/sample-maps.yml"

    func run() throws {
      try CommandFailure.reporting {
        let plan = try PlanReader.read(path: plan, today: try CutOff.required())
        let lines = try OwnerReview.lines(of: plan)
        for line in lines { Terminal.print(line) }
        if lines.count < 2 { Terminal.say("no doubtful pair") }
      }
    }
  }
}
