import Records
import ReferenceTables

extension LegalEventTable {
  /// The class of an event by its code or name, or nil where neither decides; fits
  /// ``AssemblySettings/classify``.
  package func eventClass(of event: LegalEvent) -> LegalEventClass? {
    meaning(code: event.code, name: event.name)?.eventClass
  }
}
