extension PatentPublication {
  /// Whether the publication only says something of a family or of another office's right, instead of
  /// founding the dossier of a Chinese application.
  ///
  /// DOCDB and OPS hold Chinese publications too, with names in Latin letters and without addresses:
  /// who lives where is CNIPA's exports to say.
  package var isWorldwide: Bool {
    country != "CN" || applicationNumber == nil || format == "docdb" || format == "ops"
  }
}

extension LegalEvent {
  /// Whether the event stands in no dossier's timeline: another office's, or one that a worldwide
  /// collection tells of a Chinese right with the day of its gazette instead of the day it took
  /// effect. CNIPA's legal status alone decides what is in force.
  package var isWorldwide: Bool {
    country != "CN" || applicationNumber == nil || format != "cnipa-prs"
  }
}
