import Records
import ReferenceTables

/// How an event is called: its code and its name.
struct EventName: Hashable, Sendable {
  let code: String?
  let name: String?
}

/// The class of each event, asked of the table once per code and name.
struct EventClasses {
  private let table: LegalEventTable
  private var known: [EventName: LegalEventClass?] = [:]

  init(_ table: LegalEventTable) { self.table = table }

  mutating func eventClass(of event: LegalEvent) -> LegalEventClass? {
    let key = EventName(code: event.code, name: event.name)
    if let found = known[key] { return found }
    let found = table.meaning(code: event.code, name: event.name)?.eventClass
    known[key] = .some(found)
    return found
  }
}
