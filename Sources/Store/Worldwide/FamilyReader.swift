import GRDB
import Records

/// Reads the simple families of Chinese applications from worldwide data, through a connection of
/// its own beside the one that writes.
package final class FamilyReader: Sendable {
  private let queue: DatabaseQueue
  /// Whether any worldwide publication with a family was read; if not, nobody need ask.
  package let hasFamilies: Bool
  private let knownOn: CalendarDay?
  private let publications: String
  private let listed: String
  private let events: String

  /// - Parameter knownOn: set where only what was published and delivered by then counts.
  init(path: String, knownOn: CalendarDay? = nil) throws {
    self.knownOn = knownOn
    let members = FamilyReader.members(knownOn)
    publications = FamilyReader.publications(members)
    listed = FamilyReader.listed(members)
    events = FamilyReader.events(members, knownOn)
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    hasFamilies = try queue.inDatabase { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS(SELECT 1 FROM worldwide_publication WHERE family IS NOT NULL)")
        ?? false
    }
  }

  /// All publications of the simple families a Chinese application belongs to, and their events, in
  /// an order that does not depend on the order of arrival.
  package func family(of application: ApplicationNumber) throws -> WorldwideFamily {
    guard hasFamilies else { return WorldwideFamily() }
    return try queue.inDatabase { db in
      var family = WorldwideFamily()
      let publications = try Row.fetchCursor(
        try db.cachedStatement(sql: publications), arguments: [application.key])
      while let row = try publications.next() {
        guard let item = FamilyPublication(row) else {
          throw StoreError.damaged(
            table: "worldwide_publication", column: "number, kind",
            value: "\(row["number"] as String? ?? "") \(row["kind"] as String? ?? "")")
        }
        family.publications.append(item)
      }
      guard !family.publications.isEmpty else { return family }
      let listed = try Row.fetchCursor(
        try db.cachedStatement(sql: listed), arguments: [application.key])
      while let row = try listed.next() {
        // Members that were delivered themselves tell more than their mention.
        guard let item = FamilyPublication(row),
          !family.publications.contains(where: { $0.document == item.document }),
          try !isWithdrawn(item, db)
        else { continue }
        family.publications.append(item)
      }
      let events = try Row.fetchCursor(
        try db.cachedStatement(sql: events), arguments: [application.key])
      while let row = try events.next() { family.events.append(FamilyEvent(row)) }
      return family
    }
  }

  /// That `w` is the last delivery of its document that was known and does not withdraw it: a document
  /// that moved to another family links nothing in the old one.
  private static func isCurrent(_ knownOn: CalendarDay?) -> String {
    """
    \(KnownRecords.condition(knownOn, "w")) AND w.status IS NOT 'deleted' AND NOT EXISTS (
      SELECT 1 FROM worldwide_publication n
      WHERE n.country = w.country AND n.joining_number = w.joining_number AND n.kind = w.kind
        AND n.format = w.format AND \(KnownRecords.condition(knownOn, "n"))
        AND (COALESCE(n.produced, 0), n.digest, n.id) > (COALESCE(w.produced, 0), w.digest, w.id))
    """
  }

  private static func members(_ knownOn: CalendarDay?) -> String {
    """
    SELECT w.*, f.path AS path FROM worldwide_publication w JOIN file f ON f.id = w.file
    WHERE w.family IN (
      SELECT w.family FROM worldwide_publication w
        WHERE w.chinese = ?1 AND w.family IS NOT NULL AND \(isCurrent(knownOn))
      UNION
      SELECT w.family FROM worldwide_mention m JOIN worldwide_publication w ON w.id = m.publication
        WHERE m.chinese = ?1 AND w.family IS NOT NULL AND \(isCurrent(knownOn)))
      AND \(isCurrent(knownOn))
    """
  }

  private static func publications(_ members: String) -> String {
    members
      + """
       ORDER BY w.country, w.joining_number, w.kind, COALESCE(w.produced, 0), w.digest, f.path,
        w.member, w.position
      """
  }

  /// The members that DOCDB lists within a record, by number and kind, without dates.
  private static func listed(_ members: String) -> String {
    """
    WITH m AS (\(members))
    SELECT DISTINCT m.format AS format, m.path AS path, m.member AS member,
      m.position AS position,
      json_extract(j.value, '$.country') AS country,
      json_extract(j.value, '$.publication_no') AS number,
      json_extract(j.value, '$.kind') AS kind,
      json_extract(j.value, '$.country') AS application_country,
      json_extract(j.value, '$.application_no') AS application,
      NULL AS published, NULL AS status, m.produced AS produced
    FROM m, json_each(m.content, '$.family_members') j
    WHERE json_extract(j.value, '$.kind') IS NOT NULL
    ORDER BY country, number, kind, m.path, m.member, m.position
    """
  }

  /// Whether a document that a record lists, but that is not of the family, was delivered itself since:
  /// deleted, or as a member of another family.
  private func isWithdrawn(_ item: FamilyPublication, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS(SELECT 1 FROM worldwide_publication w
          WHERE w.country = ? AND w.joining_number = ? AND w.kind = ? AND w.produced > ?
            AND \(KnownRecords.condition(knownOn, "w")))
        """)
    return try Bool.fetchOne(
      statement,
      arguments: [
        item.document.country, item.document.joiningNumber, item.document.kind?.text,
        item.producedOn.map { Int($0.number) } ?? 0,
      ]) ?? false
  }

  private static func events(_ members: String, _ knownOn: CalendarDay?) -> String {
    """
    WITH m AS (\(members))
    SELECT DISTINCT e.*, f.path AS path FROM worldwide_event e JOIN file f ON f.id = e.file
    WHERE e.id IN (
      SELECT e1.id FROM worldwide_event e1
        JOIN m ON e1.country = m.country AND e1.joining_number = m.joining_number
      UNION
      SELECT e2.id FROM worldwide_event e2
        JOIN m ON e2.country = m.application_country AND (e2.application = m.application
          -- The USPTO writes series and serial, DOCDB the year before them.
          OR m.application_country = 'US' AND length(m.application) = 12
            AND e2.application = substr(m.application, 5)))
      AND \(KnownRecords.eventCondition(knownOn, "e"))
    ORDER BY COALESCE(e.effective, e.published, 0), e.country, e.code, e.digest, f.path, e.member,
      e.position
    """
  }
}

extension IPDatabase {
  /// - Parameter knownOn: set where only what was published and delivered by then counts.
  package func familyReader(knownOn: CalendarDay? = nil) throws -> FamilyReader {
    try FamilyReader(path: path, knownOn: knownOn)
  }
}

extension FamilyPublication {
  init?(_ row: Row) {
    let country: String = row["country"]
    guard let number = PublicationNumber(country: country, row["number"] as String),
      let kind = KindCode(row["kind"] as String)
    else { return nil }
    self.init(
      document: PublishedDocument(country: country, number: number, kind: kind),
      format: row["format"],
      publishedOn: (row["published"] as Int?).flatMap { PartialDate(number: $0) },
      application: (row["application"] as String?).map {
        "\(row["application_country"] as String? ?? country) \($0)"
      },
      status: (row["status"] as String?).flatMap { DeliveryStatus(rawValue: $0) },
      producedOn: (row["produced"] as Int?).flatMap { CalendarDay(number: $0) },
      source: Source(file: row["path"], member: row["member"], offset: row["position"]))
  }
}

extension FamilyEvent {
  init(_ row: Row) {
    self.init(
      country: row["country"],
      source: Source(
        file: row["path"], member: row["member"], offset: row["position"],
        record: row["identifier"]))
    application = (row["application"] as String?).map { "\(country) \($0)" }
    joiningNumber = row["joining_number"]
    identifier = row["identifier"]
    code = row["code"]
    name = row["name"]
    eventClass = (row["class"] as String?).flatMap { LegalEventClass(rawValue: $0) }
    publishedOn = (row["published"] as Int?).flatMap { CalendarDay(number: $0) }
    effectiveOn = (row["effective"] as Int?).flatMap { CalendarDay(number: $0) }
  }
}
