/// One patent in one recorded licence contract (许可备案); rows share the record number.
package struct LicenceRow: Hashable, Sendable {
  package var source: Source
  /// 备案号, `X2024980001234`.
  package var recordNumber: String
  package var patent: PatentNumber
  package var licensor: String?
  package var licensee: String?
  /// 普通许可, 独占许可, 排他许可, … as delivered.
  package var kind: String?
  package var recordedOn: CalendarDay

  package init(
    source: Source, recordNumber: String, patent: PatentNumber, licensor: String? = nil,
    licensee: String? = nil, kind: String? = nil, recordedOn: CalendarDay
  ) {
    self.source = source
    self.recordNumber = recordNumber
    self.patent = patent
    self.licensor = licensor
    self.licensee = licensee
    self.kind = kind
    self.recordedOn = recordedOn
  }
}
