import GRDB
import Records

/// One stored publication: its row, the file it came from, and the record without its content.
package struct StoredPublication: Sendable {
  package var rowID: Int64
  package var fileID: Int64
  package var isStub: Bool
  package var publication: PatentPublication
}

/// One stored legal event with its row and file.
package struct StoredEvent: Sendable {
  package var rowID: Int64
  package var fileID: Int64
  package var event: LegalEvent
}

/// All stored records of one application.
package struct StoredApplication: Sendable {
  package var application: ApplicationNumber
  package var publications: [StoredPublication]
  package var events: [StoredEvent]
  /// The rows of registers that name it.
  package var registers: RegisterRows
}

extension IPDatabase {
  /// Gives every application with all its records, in the order of application keys.
  ///
  /// Memory does not grow with the number of applications: cursors walk the indexes, and the
  /// registers, side by side. - Complexity: O(records).
  package func forEachApplication(
    _ body: (StoredApplication) throws -> Void
  ) throws {
    try queue.read { db in try walk(db, .all, body) }
  }

  /// The records of one application, or nil where there are none.
  package func application(_ number: ApplicationNumber) throws -> StoredApplication? {
    try queue.read { db in
      var found: StoredApplication?
      try walk(db, .one(number)) { found = $0 }
      return found
    }
  }

  /// The applications a walk goes through.
  enum Walk {
    case all
    case one(ApplicationNumber)
    /// Those of the temporary table `work`.
    case work

    func query(_ table: String) -> String {
      switch self {
      case .all: "SELECT * FROM \(table) ORDER BY application, id"
      case .one(let number):
        "SELECT * FROM \(table) WHERE application = \(number.key) ORDER BY id"
      case .work:
        """
        SELECT t.* FROM temp.work w CROSS JOIN \(table) t ON t.application = w.application
        ORDER BY w.application, t.id
        """
      }
    }

    /// The same for the rows of registers.
    var condition: String {
      switch self {
      case .all: ""
      case .one(let number): "WHERE application = \(number.key)"
      case .work: "WHERE application IN (SELECT application FROM temp.work)"
      }
    }
  }

  /// Gives every application with the parties and dates of all its rights, as the maps need them.
  package func forEachRight(_ body: (StoredApplication) throws -> Void) throws {
    try queue.read { db in try walk(db, .all, readsAllRights: true, body) }
  }

  /// - Parameter readsAllRights: whether parties and dates of utility models and designs are read;
  ///   indicator 1 needs those of inventions alone.
  func walk(
    _ db: Database, _ walk: Walk, readsAllRights: Bool = false,
    _ body: (StoredApplication) throws -> Void
  ) throws {
    var paths: [Int64: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, path FROM file") {
      paths[row["id"]] = row["path"]
    }
    var publications = try RawStatement(db, walk.query("publication"))
    var events = try RawStatement(db, walk.query("event"))
    var registers = try RegisterStreams(db, condition: walk.condition)
    var hasPublication = try publications.next()
    var hasEvent = try events.next()
    while hasPublication || hasEvent {
      let nextPublication = hasPublication ? publications.integer(5) ?? 0 : Int.max
      let nextEvent = hasEvent ? events.integer(5) ?? 0 : Int.max
      let key = min(nextPublication, nextEvent)
      guard let number = ApplicationNumber(key: Int64(key)) else {
        throw StoreError.damaged(
          table: "publication or event", column: "application", value: String(key))
      }
      var item = StoredApplication(
        application: number, publications: [], events: [],
        registers: try registers.rows(of: number.key))
      while hasPublication, publications.integer(5) == key {
        item.publications.append(
          try publications.publication(number, paths: paths, isWhole: readsAllRights))
        hasPublication = try publications.next()
      }
      while hasEvent, events.integer(5) == key {
        item.events.append(try events.event(number, paths: paths))
        hasEvent = try events.next()
      }
      try body(item)
    }
  }

  /// The stored content (JSON members) of a publication; of a stub the IPC texts alone.
  package func content(ofPublication rowID: Int64) throws -> String? {
    try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT content FROM publication_content WHERE id = ?", arguments: [rowID])
    }
  }
}

extension RawStatement {
  /// The columns of `publication`, in the order of ``Schema``.
  borrowing func publication(
    _ application: ApplicationNumber, paths: [Int64: String], isWhole: Bool = false
  ) throws -> StoredPublication {
    let number = text(6) ?? ""
    let kind = text(7) ?? ""
    guard let publicationNumber = PublicationNumber(number), let kindCode = KindCode(kind) else {
      throw StoreError.damaged(
        table: "publication", column: "number, kind", value: "\(number), \(kind)")
    }
    let file = Int64(integer(1) ?? 0)
    let isInvention = integer(9) == 1
    var record = PatentPublication(
      format: text(4) ?? "",
      source: Source(file: paths[file] ?? "", member: text(2), offset: integer(3) ?? 0),
      country: "CN", publicationNumber: publicationNumber, kind: kindCode,
      application: .chinese(application),
      right: isInvention ? .invention : kindCode.right ?? application.right)
    record.publicationDate = integer(8).flatMap { PartialDate(number: $0) }
    record.status = text(10).flatMap { DeliveryStatus(rawValue: $0) }
    record.producedOn = integer(11).flatMap { CalendarDay(number: $0) }
    record.digest = ContentDigest(bytes: digest(12))
    // Parties and dates of utility models and designs decide nothing for indicator 1: their strings stay
    // unread.
    if isInvention || isWhole {
      record.filingDate = integer(13).flatMap { PartialDate(number: $0) }
      if let filed = integer(14) {
        record.internationalApplication = InternationalApplication(
          filingDate: PartialDate(number: filed))
      }
      record.parent = integer(15).flatMap { ApplicationNumber(key: Int64($0)) }.map { .chinese($0) }
      if let title = text(16) {
        record.titles = [LanguageText(language: "zh", text: title)]
      }
      let others = (text(31) ?? "").split(separator: "\u{1F}").enumerated().map { index, item in
        let parts = item.split(separator: "\u{1E}", omittingEmptySubsequences: false)
        let address = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
        return Party(sequence: index + 2, name: String(parts[0]), address: address)
      }
      if let assignee = party(17) { record.assignees = [assignee] }
      if let applicant = party(24) { record.applicants = [applicant] }
      if record.assignees.isEmpty {
        record.applicants += others
      } else {
        record.assignees += others
      }
    }
    return StoredPublication(
      rowID: Int64(integer(0) ?? 0), fileID: file, isStub: integer(32) == 1, publication: record)
  }

  private borrowing func party(_ column: Int32) -> Party? {
    guard let name = text(column) else { return nil }
    return Party(
      sequence: 1, name: name, country: text(column + 1), postcode: text(column + 2),
      address: text(column + 3), province: text(column + 4), city: text(column + 5),
      county: text(column + 6))
  }

  /// The columns of `event`, in the order of ``Schema``.
  borrowing func event(
    _ application: ApplicationNumber, paths: [Int64: String]
  ) throws -> StoredEvent {
    let file = Int64(integer(1) ?? 0)
    var event = LegalEvent(
      format: text(4) ?? "",
      source: Source(
        file: paths[file] ?? "", member: text(2), offset: integer(3) ?? 0, record: text(6)),
      applicationNumber: application)
    event.identifier = text(6)
    event.code = text(7)
    event.name = text(8)
    event.publishedOn = integer(9).flatMap { CalendarDay(number: $0) }
    event.producedOn = integer(10).flatMap { CalendarDay(number: $0) }
    event.digest = ContentDigest(bytes: digest(11))
    event.details = EventDetails.decode(text(12) ?? "")
    return StoredEvent(rowID: Int64(integer(0) ?? 0), fileID: file, event: event)
  }
}
