import Foundation
import SampleData
import TestSupport
import Testing

/// `run`, `plan`, `history` and `explain` as a shell sees them.
@Suite struct RunCommandTests {
  @Test func aNightFromTheShell() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)

    // `plan` says what would be read and leaves no trace.
    let before = try project.files(below: "")
    let preview = try Command.run("plan", "Pipelines/test.yml", "--json", in: project.root)
    #expect(preview.status == 0, "\(preview.errors)")
    let plan = try json(preview.output)
    #expect(plan["plan"] as? String == "test")
    #expect((plan["skip"] as? [String])?.isEmpty == true)
    let inputs = try SharedCity.parts.flatMap { try project.files(below: $0) }
    #expect(Set(plan["read"] as? [String] ?? []) == Set(inputs))
    let lines = try Command.run("plan", "Pipelines/test.yml", in: project.root)
    #expect(lines.status == 0)
    #expect(lines.output.contains("region 341300"))
    #expect(try project.files(below: "") == before)
    let none = try Command.run("history", "Pipelines/test.yml", in: project.root)
    #expect(none.status == 0)
    #expect(none.output.isEmpty)
    #expect(none.errors.hasPrefix("no run of plan test yet"))

    // `run`: 1, since the city has rejects; the result on stdout, the warning on stderr.
    let run = try Command.run("run", "Pipelines/test.yml", "--json", in: project.root)
    #expect(run.status == 1, "\(run.errors)")
    let result = try json(run.output)
    #expect(result["outcome"] as? String == "published")
    #expect(result["count"] as? Int == city.answers.count)
    #expect(run.output.contains("\"value\":\(city.answers.value)"))
    #expect(result["rejected"] as? Int == city.answers.rejects.count)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("rejects.ndjson"))
    #expect(!run.errors.contains("\u{1B}"))

    let again = try Command.run("run", "Pipelines/test.yml", in: project.root)
    #expect(again.status == 0)
    #expect(again.output.hasPrefix("nothing new"))
    #expect(again.output.hasSuffix("\nopen Reports/test/latest/index.html\n"))
    #expect(again.errors.isEmpty)
    let second = try Command.run("run", "Pipelines/test.yml", "--json", in: project.root)
    #expect(try json(second.output)["outcome"] as? String == "nothing-new")
    let skipped = try Command.run("plan", "Pipelines/test.yml", "--json", in: project.root)
    #expect((try json(skipped.output)["read"] as? [String])?.isEmpty == true)

    let history = try Command.run("history", "Pipelines/test.yml", "--json", in: project.root)
    #expect(history.outputLines.count == 3, "two nights had nothing new")
    let row = try json(try #require(history.outputLines.first))
    #expect(row["outcome"] as? String == "published")
    #expect((row["stages"] as? [[String: Any]])?.last?["stage"] as? String == "note")
    #expect(row["run"] as? String == result["run"] as? String)
    #expect(row["count"] as? Int == city.answers.count)
    #expect(row["published"] as? String == "Reports/test/runs/\(result["run"] as? String ?? "")")

    try checkExplanations(project)

    // An earlier cut-off: nothing new is read, so nothing is rejected.
    let earlier = try Command.run(
      "run", "Pipelines/test.yml", "--as-of", "2024-12-31", in: project.root)
    #expect(earlier.status == 0, "\(earlier.errors)")

    // No population: 2, one line, the last result untouched.
    let published = try project.publishedState(seenByReaders: true)
    try project.write("region_code,year,population\n", to: "registers/population.csv")
    let failed = try Command.run("run", "Pipelines/test.yml", in: project.root)
    #expect(failed.status == 2)
    #expect(failed.output.isEmpty)
    #expect(failed.errorLines.count == 1)
    #expect(failed.errors.contains("no population"))
    #expect(try project.publishedState(seenByReaders: true) == published)
    let table = try Command.run("history", "Pipelines/test.yml", in: project.root)
    #expect(table.outputLines.count == 6)
    #expect(table.outputLines[0].hasPrefix("started  "))
    #expect(table.outputLines[5].contains("  failed "))
    #expect(table.outputLines[5].contains("analyse: no population of 341300"))
  }

  private static let stages = [
    "discover", "read", "batches", "judge", "judge-trademarks", "analyse", "gate", "write",
    "publish", "note",
  ]

  /// With `--log-format json` every line of stderr is an object, an error before the first stage too.
  @Test func aLogForPrograms() throws {
    let project = try TestProject(try SharedCity.small.get())
    let arguments = ["run", "Pipelines/test.yml", "--log-format", "json"]
    let run = try Command(arguments, in: project.root).finish()
    #expect(run.status == 1)
    let lines = try run.errorLines.map { try json($0) }
    #expect(
      lines.map { $0["event"] as? String }
        == ["run-started"] + Self.stages.map { _ in "stage" } + ["run-ended", "rejected"])
    #expect(
      lines.compactMap { $0["stage"] as? String } == Self.stages)
    for line in lines {
      #expect((line["time"] as? String)?.hasSuffix("Z") == true)
      #expect(["info", "warning", "error"].contains(line["level"] as? String))
    }
    try project.write("region_code,year,population\n", to: "registers/population.csv")
    let failed = try Command(arguments, in: project.root).finish()
    #expect(failed.status == 2)
    let last = try json(try #require(failed.errorLines.last))
    #expect(last["event"] as? String == "run-ended")
    #expect(last["stage"] as? String == "analyse")
    #expect(last["code"] as? String == "population")
    try project.writePlan("famlies: partial")
    let wrong = try Command(arguments, in: project.root).finish()
    #expect(wrong.status == 2)
    #expect(try json(wrong.errors)["code"] as? String == "plan")
  }

  /// Every patent of the base set is explained as it was counted, whatever form its number has.
  private func checkExplanations(_ project: TestProject) throws {
    let csv = try project.text("Reports/test/latest/patents.csv")
    let rows = csv.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",") }
    let high = try #require(rows.first { $0.contains("met") && $0[$0.count - 2] == "1" })
    let number = String(high[0])
    let publication = String(high[1])
    let digits = number.filter { $0 != "." }
    var answers: Set<String> = []
    for form in [number, "ZL\(number)", "CN\(digits)", digits, "CN\(publication)B"] {
      let found = try Command.run(
        "explain", form, "Pipelines/test.yml", "--json", in: project.root)
      #expect(found.status == 0, "\(form): \(found.errors)")
      answers.insert(found.output)
    }
    #expect(answers.count == 1)
    let answer = try json(try #require(answers.first))
    #expect(answer["application_no"] as? String == number)
    #expect(answer["publication_no"] as? String == publication)
    #expect(answer["verdict"] as? String == "counts")
    let criteria = try #require(answer["criteria"] as? [String: [String: Any]])
    #expect(Set(criteria.keys) == Set(SampleAnswers.criteria))
    let met = criteria.values.filter { $0["verdict"] as? String == "met" }
    #expect(!met.isEmpty)
    for judgement in met {
      let evidence = try #require(judgement["evidence"] as? [[String: Any]])
      #expect(evidence.contains { $0["source"] is [String: Any] }, "\(judgement)")
      for item in evidence {
        #expect((item["field"] as? String)?.isEmpty == false)
        #expect((item["value"] as? String)?.isEmpty == false)
        // A day that is computed from others lies in no file.
        guard let source = item["source"] as? [String: Any] else { continue }
        let file = try #require(source["file"] as? String)
        #expect(FileManager.default.fileExists(atPath: project.root + "/" + file), "\(file)")
      }
    }
    let text = try Command.run("explain", number, "Pipelines/test.yml", in: project.root)
    #expect(text.output.hasPrefix("\(number)  counts"))
    // Each file is named in full once; a "no" without evidence says which register was searched.
    let named = text.output.split(separator: "\n").filter { $0.hasPrefix("    in [") }
      .compactMap { $0.split(separator: "] ", maxSplits: 1).dropFirst().first }
    #expect(Set(named).count == named.count)
    #expect(!named.isEmpty)
    for (id, register) in [("pledge-financing", "质押登记簿"), ("award", "奖项登记簿")] {
      guard criteria[id]?["verdict"] as? String == "not_met",
        (criteria[id]?["evidence"] as? [Any])?.isEmpty == true
      else { continue }
      #expect(text.output.contains("    \(register)中"), "\(id)")
    }

    let unknown = try Command.run(
      "explain", "201119999992.4", "Pipelines/test.yml", in: project.root)
    #expect(unknown.status == 2)
    #expect(unknown.output.isEmpty)
    #expect(unknown.errorLines.count == 1)
    let wrong = try Command.run("explain", "kein", "Pipelines/test.yml", in: project.root)
    #expect(wrong.status == 2)
    #expect(wrong.errorLines.count == 1)
  }

  /// Before any run `explain` says that there was none and what to do, whatever it is asked.
  @Test func explainWithoutARun() throws {
    let project = try TestProject()
    for question in [
      ["202110991218.8"], ["--trademark", "10000001"], ["US8420588B2"], ["--cell", "/count"],
      ["--county", "341302"], ["--fragments", "202110991218.8"],
    ] {
      let answer = try Command(["explain"] + question + ["Pipelines/test.yml"], in: project.root)
        .finish()
      #expect(answer.status == 2, "\(question)")
      #expect(answer.output.isEmpty, "\(question)")
      #expect(
        answer.errors.hasPrefix("error: nothing was run for plan test yet"), "\(answer.errors)")
      #expect(answer.errors.contains("run \"ipatlas run Pipelines/test.yml\" first"), "\(question)")
    }
    // A night that could publish nothing was a run; it left a store without records.
    let night = try Command(["run", "Pipelines/test.yml"], in: project.root).finish()
    #expect(night.status == 2)
    let figure = try Command(
      ["explain", "--cell", "/count", "Pipelines/test.yml"], in: project.root
    )
    .finish()
    #expect(figure.status == 2)
    #expect(
      figure.errors.contains("has been published to")
        || figure.errors.contains("nothing was run"), "\(figure.errors)")
  }

  @Test func wrongPlansEndWithTwoAndWrongUsageWith64() throws {
    let project = try TestProject()
    let cases: [([String], Int32)] = [
      (["run", "nowhere.yml"], 2),
      (["plan", "nowhere.yml"], 2),
      (["history", "nowhere.yml"], 2),
      (["explain", "202110991218.8", "nowhere.yml"], 2),
      (["explain", "202110991218.8", "Pipelines/test.yml"], 2),
      (["run", "Pipelines/test.yml"], 2),
      (["run", "Pipelines/test.yml", "--as-of", "2025-02-30"], 64),
      (["run", "Pipelines/test.yml", "--workers", "0"], 64),
      (["run", "Pipelines/test.yml", "--no-such-option"], 64),
      (["no-such-command"], 64),
      (["convert"], 64),
      (["convert", "x", "--format", "none"], 64),
      (["convert", "x", "--to", "xml"], 64),
      (["inspect"], 64),
      (["explain"], 64),
      (["sample"], 64),
      (["sample", "out", "--patents", "0"], 64),
    ]
    for (arguments, status) in cases {
      let result = try Command(arguments, in: project.root).finish()
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(result.output.isEmpty, "\(arguments): \(result.output)")
      #expect(!result.errors.isEmpty, "\(arguments)")
      if arguments.contains("2025-02-30") { #expect(result.errors.contains("YYYY-MM-DD")) }
      if status == 2 { #expect(result.errorLines.count == 1, "\(arguments): \(result.errors)") }
    }
    try project.writePlan("famlies: partial")
    let mistyped = try Command.run("run", "Pipelines/test.yml", in: project.root)
    #expect(mistyped.status == 2)
    #expect(
      mistyped.errors
        == "error: Pipelines/test.yml:6: unknown key \"famlies\"; did you mean \"families\"?\n")
  }
}

/// The only JSON object of a text.
func json(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}
