import Classifiers
import Dossiers
import Records
import Store

/// All that was ever read of one application, by file.
struct StoredPatent {
  struct FiledRow<Row> {
    var row: Row
    var file: Int64
  }

  var records: StoredApplication
  /// With their classes, in the order of `records.events`.
  var events: [LegalEvent]
  var pledges: [FiledRow<PledgeRow>] = []
  var awards: [FiledRow<AwardRow>] = []
  var families: [FiledRow<FamilyRow>] = []
  var decisions: [FiledRow<IndustryDecisionRow>] = []
  var family: WorldwideFamily
  /// The publications of its parents, by application.
  var parents: [ApplicationNumber: [StoredPublication]] = [:]

  func publications(in set: RecordSet) -> [StoredPublication] {
    records.publications.filter { set.files.contains($0.fileID) }
  }

  func events(in set: RecordSet) -> [LegalEvent] {
    zip(records.events, events).filter { set.files.contains($0.0.fileID) }.map { $0.1 }
  }

  func registers(in set: RecordSet) -> RegisterRows {
    func rows<Row>(_ rows: [FiledRow<Row>]) -> [Row] {
      rows.filter { set.files.contains($0.file) }.map { $0.row }
    }
    var found = RegisterRows()
    found.pledges = rows(pledges)
    found.awards = rows(awards)
    found.families = rows(families)
    found.decisions = rows(decisions)
    return found
  }

  func family(in set: RecordSet) -> WorldwideFamily {
    var found = family
    found.publications.removeAll { set.formats[$0.source.file] == nil }
    found.events.removeAll { set.formats[$0.source.file] == nil }
    return found
  }

  /// The earliest filing date of each parent, as its own records give it.
  func parentFilingDates(in set: RecordSet) -> [ApplicationNumber: CalendarDay] {
    parents.compactMapValues { publications in
      publications.filter { set.files.contains($0.fileID) }.compactMap { item in
        (item.publication.internationalApplication?.filingDate ?? item.publication.filingDate)?.day
      }.min()
    }
  }
}
