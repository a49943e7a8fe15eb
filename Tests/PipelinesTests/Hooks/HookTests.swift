import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// The commands after a night: what they are given, and that they undo nothing.
@Suite struct HookTests {
  private func after(
    _ project: TestProject, _ result: Result<Night.Outcome, any Error>
  ) throws -> [String] {
    NightHooks(try project.plan(), environment: ["PATH": "/usr/bin:/bin"]).run(after: result)
  }

  private func script(_ project: TestProject, _ name: String, _ text: String) throws {
    try project.write("#!/bin/sh\n" + text, to: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: project.root + "/" + name)
  }

  private func object(_ project: TestProject, _ path: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(project.text(path).utf8)) as? [String: Any])
  }

  @Test func aGoodNightFeedsTheIndicatorOnward() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(
      city,
      settings: """
        hooks:
          published: [[./feed.sh, "a b; $(exit 1)"], [./no-such], [sh, -c, "echo broken >&2; exit 7"]]
          failed: [[./failed.sh]]
        """)
    try script(
      project, "feed.sh",
      "cat > input.json\nprintf '%s|%s|%s' \"$1\" \"$IPATLAS_FOLDER\" \"$IPATLAS_OUTCOME\" > seen\n"
    )
    try script(project, "failed.sh", "cat > failed.json\n")
    let result = Result<Night.Outcome, any Error> { try project.run() }
    let run = try #require(try result.get().publishedRun)
    let before = try project.publishedState()
    let failures = try after(project, result)
    #expect(failures.count == 2)
    #expect(failures[0].contains("./no-such") && failures[0].contains("was not found"))
    #expect(failures[1].hasSuffix("ended with 7; its last line: broken"), "\(failures[1])")
    let input = try object(project, "input.json")
    #expect(input["outcome"] as? String == "published")
    #expect((input["indicator_1"] as? [String: Any])?["count"] as? Int == city.answers.count)
    #expect((input["record"] as? [String: Any])?["run"] as? String == run)
    // No shell has looked at the argument.
    #expect(
      try project.text("seen")
        == "a b; $(exit 1)|\(project.publishPath)/runs/\(run)|published")
    #expect(try project.publishedState() == before)
    // Nothing new: nobody is told again.
    try FileManager.default.removeItem(atPath: project.root + "/input.json")
    #expect(try after(project, Result { try project.run() }).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: project.root + "/input.json"))

    try project.write("region_code,year,population\n", to: "registers/population.csv")
    #expect(try after(project, Result { try project.run() }).isEmpty)
    let failed = try object(project, "failed.json")
    #expect(failed["outcome"] as? String == "failed")
    #expect(failed["code"] as? String == "population")
    #expect(failed["stage"] as? String == "analyse")
    #expect((failed["reason"] as? String)?.hasPrefix("no population") == true)
    #expect((failed["folder"] as? String)?.contains("/runs/.tmp-") == true)
  }

  /// The candidate is written after the gates; it is the gate that ended the night all the same.
  @Test(arguments: ["gate", "batches"])
  func aFailedNightNamesTheStageThatEndedIt(_ stage: String) throws {
    let city = try SharedCity.small.get()
    let check =
      stage == "gate"
      ? "gates: {maximum-undetermined: {error: 0}}"
      : "expected: [{name: a, files: \"{date}.none\", from: 2025-12-01, weekdays: [mon]}]"
    let project = try TestProject(
      city, settings: "hooks: {failed: [[./failed.sh]]}\n" + check)
    try script(project, "failed.sh", "cat > failed.json\n")
    let result = Result<Night.Outcome, any Error> { try project.run() }
    #expect(throws: RunFailure.self) { try result.get() }
    #expect(try after(project, result).isEmpty)
    let failed = try object(project, "failed.json")
    #expect(failed["code"] as? String == stage)
    #expect(failed["stage"] as? String == stage)
    #expect(try History.attempts(of: project.plan()).last?.stage == stage)
  }

  @Test func aCommandWithoutEndIsEnded() throws {
    let project = try TestProject()
    let started = ContinuousClock.now
    let failure = HookProcess(command: ["sleep", "30"], folder: project.root, timeout: 1)
      .run(input: [], environment: ["PATH": "/usr/bin:/bin"])
    #expect(failure == "was ended after 1s")
    #expect(ContinuousClock.now - started < .seconds(10))
    // What a command leaves behind holds nothing up.
    let left = HookProcess(
      command: ["sh", "-c", "sleep 30 & exit 3"], folder: project.root, timeout: 20
    ).run(input: [], environment: ["PATH": "/usr/bin:/bin"])
    #expect(left == "ended with 3")
    #expect(ContinuousClock.now - started < .seconds(10))
    // One that does not read its input, however long, is no failure.
    let much = [UInt8](repeating: 0x20, count: 1 << 20)
    #expect(
      HookProcess(command: ["true"], folder: project.root, timeout: 5)
        .run(input: much, environment: [:]) == nil)
  }

  @Test(arguments: [
    ("hooks: {published: \"feed | mail\"}", "no shell"),
    ("hooks: {published: [feed]}", "a list of a program and its arguments"),
    ("hooks: {published: [[]]}", "a list of a program and its arguments"),
    ("hooks: {publised: [[feed]]}", "did you mean \"published\""),
    ("hooks: {timeout: 60}", "60s"),
  ])
  func wrongHooksAreRefused(_ settings: String, _ hint: String) throws {
    let project = try TestProject(nil, settings: settings)
    let error = #expect(throws: PlanError.self) { try project.plan() }
    #expect(error?.text.contains(hint) == true, "\(error?.text ?? "")")
  }

  /// Gates, batches and hooks do not decide what is published.
  @Test func noneOfItIsPartOfTheIdentity() throws {
    let plain = try TestProject(nil, settings: "").plan().resolvedText
    let all = try TestProject(
      nil,
      settings: "hooks: {published: [[a]]}\ngates: {maximum-drop: off}\n"
        + "expected: [{name: a, files: \"{date}.zip\", from: 2025-01-01}]"
    ).plan().resolvedText
    #expect(plain == all)
  }
}
