import Records
import Reports
import Testing

@Suite struct RunJSONTests {
  private func record() throws -> RunRecord {
    let digest = try #require(ContentDigest(bytes: (0..<32).map { UInt8($0) }))
    return RunRecord(
      run: "0f3a9c5be1d24781", planName: "nightly", planPath: "Pipelines/nightly.yml",
      planSettings: ["region": "341300"], region: try #require(RegionCode("341300")),
      asOf: try #require(CalendarDay("2025-12-31")), toolVersion: "0.1.0", judgements: 5,
      startedAt: "2026-01-01T01:30:00Z", finishedAt: "2026-01-01T01:31:02.5Z", host: "night",
      inputs: [
        InputFileRecord(
          path: "exports/a.zip", digest: digest, bytes: 1024, format: "cnipa", records: 10,
          loaded: 5, stubbed: 1, superseded: 1, duplicate: 1, rejected: 2),
        InputFileRecord(
          path: "registers/pledges.csv", digest: digest, bytes: 99, format: "pledges", records: 3,
          loaded: 3),
      ], gates: SampleIndicator.gates,
      outputs: [OutputFileRecord(path: "patents.csv", digest: digest, bytes: 7)],
      unmatched: [
        UnmatchedNumber(
          register: "pledges", number: "202110991218.8", file: "registers/pledges.csv", row: 2)
      ])
  }

  @Test func recordFitsTheSchemaAndAddsUp() throws {
    let record = try record()
    #expect(record.inputs.allSatisfy { $0.balances })
    let json = try JSONNode(parsing: RunJSON.bytes(record))
    #expect(try JSONSchema(named: "run").faults(in: json) == [])
    #expect(json["counts"]?["records"] == .number(13))
    #expect(json["counts"]?["loaded"] == .number(8))
    #expect(json["plan"]?["resolved"]?["region"] == .text("341300"))
  }

  @Test func anUnbalancedFileIsSeen() throws {
    var record = try record()
    record.inputs[1].rejected = 1
    #expect(record.inputs.map { $0.balances } == [true, false])
    record.inputs[1].loaded = 4
    record.inputs[1].rejected = -1
    #expect(
      record.inputs.map { $0.balances } == [true, false], "a negative count balances nothing")
  }
}
