import GRDB
import Records

/// Writes publications and events that found no dossier of their own.
struct WorldwideWriter: ~Copyable {
  private let file: Int64
  private let db: Database
  private var mention: RawStatement
  private var publication: RawStatement
  private var event: RawStatement

  init(_ db: Database, file: Int64) throws {
    let marks = { (count: Int) in
      Array(repeating: "?", count: count).joined(separator: ", ")
    }
    self.file = file
    self.db = db
    let mention = try RawStatement(db, "INSERT INTO worldwide_mention VALUES (?, ?)")
    let publication = try RawStatement(
      db, "INSERT INTO worldwide_publication VALUES (\(marks(22)))")
    let event = try RawStatement(db, "INSERT INTO worldwide_event VALUES (\(marks(18)))")
    self.publication = publication
    self.mention = mention
    self.event = event
  }

  mutating func write(
    _ record: PatentPublication, content: ArraySlice<UInt8>, isStub: Bool
  ) throws {
    publication.bind(nil as Int64?)
    publication.bind(file)
    publication.bind(record.source.member)
    publication.bind(record.source.offset)
    publication.bind(record.format)
    publication.bind(record.country)
    publication.bind(record.publicationNumber.canonical)
    publication.bind(record.kind.text)
    publication.bind(
      PublishedDocument(
        country: record.country, number: record.publicationNumber, kind: record.kind
      ).joiningNumber)
    publication.bind(record.publicationDate.map { Int($0.number) })
    publication.bind(record.application?.country)
    publication.bind(record.application?.text)
    publication.bind(record.applicationNumber?.key)
    publication.bind(record.filingDate.map { Int($0.number) })
    publication.bind(record.familyIdentifier)
    publication.bind(record.status?.rawValue)
    publication.bind(record.producedOn.map { Int($0.number) })
    publication.bind(blob: record.digest?.bytes ?? [])
    publication.bind(record.titles.first?.text)
    publication.bind((record.assignees.first ?? record.applicants.first)?.name)
    publication.bind(isStub ? 1 : 0)
    publication.bind(text: content)
    try publication.execute()
    guard !record.familyMembers.isEmpty else { return }
    let id = db.lastInsertedRowID
    for case let key? in Set(record.familyMembers.map({ $0.application?.chinese?.key })) {
      mention.bind(id)
      mention.bind(key)
      try mention.execute()
    }
  }

  mutating func write(_ record: LegalEvent, details: ArraySlice<UInt8>) throws {
    event.bind(nil as Int64?)
    event.bind(file)
    event.bind(record.source.member)
    event.bind(record.source.offset)
    event.bind(record.format)
    event.bind(record.country)
    event.bind(record.application?.text)
    event.bind(record.publication?.number.canonical)
    event.bind(record.publication?.kind?.text)
    event.bind(record.publication?.joiningNumber)
    event.bind(record.identifier)
    event.bind(record.code)
    event.bind(record.name)
    event.bind(record.eventClass?.rawValue)
    event.bind(record.publishedOn.map { Int($0.number) })
    event.bind(record.effectiveOn.map { Int($0.number) })
    event.bind(blob: record.digest?.bytes ?? [])
    event.bind(text: details)
    try event.execute()
  }
}
