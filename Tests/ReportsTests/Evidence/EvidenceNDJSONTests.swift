import Analyses
import Records
import Reports
import Testing

@Suite struct EvidenceNDJSONTests {
  @Test func lineFitsTheSchemaAndLeavesAbsentValuesOut() throws {
    let patent = PatentEvidence(
      applicationNumber: try #require(ApplicationNumber("202111286633.X")),
      base: [
        EvidenceItem(rule: "in-force", field: "grant", value: "GR01", date: "2021-12-10")
      ],
      criteria: HighValueCriterion.allCases.map { criterion in
        switch criterion {
        case .strategicEmergingIndustry:
          CriterionEvidence(
            criterion: criterion, verdict: .met,
            evidence: [
              EvidenceItem(
                rule: "sei-ipc/R018", table: "sei-ipc 2021", file: "a.zip", member: "b.xml",
                field: "ipc", value: "H04L29/08", date: "2021-12-10")
            ])
        case .overseasFamily:
          CriterionEvidence(criterion: criterion, verdict: .undetermined, missing: ["同族专利检索结果"])
        default: CriterionEvidence(criterion: criterion, verdict: .notMet)
        }
      })
    var bytes: [UInt8] = []
    EvidenceNDJSON.append(patent, to: &bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"application_no":"202111286633.X","base_set":["#
          + #"{"rule":"in-force","field":"grant","value":"GR01","date":"2021-12-10"}],"#
          + #""criteria":{"strategic-emerging-industry":{"verdict":"met","evidence":[{"rule":"sei-ipc/R018","table":"sei-ipc 2021","#
          + #""file":"a.zip","member":"b.xml","field":"ipc","value":"H04L29/08","#
          + #""date":"2021-12-10"}]},"#))
    #expect(text.hasSuffix("}\n") && !text.dropLast().contains("\n"))
    #expect(try JSONSchema(named: "evidence").faults(in: JSONNode(parsing: bytes)) == [])
  }
}
