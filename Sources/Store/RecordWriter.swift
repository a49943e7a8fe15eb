import GRDB
import Records

/// Writes records of one file through statements prepared once a batch.
struct RecordWriter: ~Copyable {
  private let file: Int64
  private let db: Database
  private var publication: RawStatement
  private var content: RawStatement
  private var event: RawStatement
  private var reject: RawStatement
  private var worldwide: WorldwideWriter
  private var trademark: TrademarkWriter

  init(_ db: Database, file: Int64) throws {
    let marks = { (count: Int) in
      Array(repeating: "?", count: count).joined(separator: ", ")
    }
    let publication = try RawStatement(db, "INSERT INTO publication VALUES (\(marks(33)))")
    let content = try RawStatement(db, "INSERT INTO publication_content VALUES (?, ?)")
    let event = try RawStatement(db, "INSERT INTO event VALUES (\(marks(14)))")
    let reject = try RawStatement(db, "INSERT INTO reject VALUES (\(marks(6)))")
    let worldwide = try WorldwideWriter(db, file: file)
    let trademark = try TrademarkWriter(db, file: file)
    self.db = db
    self.file = file
    self.publication = publication
    self.content = content
    self.event = event
    self.reject = reject
    self.worldwide = worldwide
    self.trademark = trademark
  }

  mutating func write(_ item: StorableRecord, bytes: [UInt8]) throws {
    switch item.record {
    case .patent(let record) where record.isWorldwide:
      try worldwide.write(record, content: bytes[item.content], isStub: item.isStub)
    case .event(let record) where record.isWorldwide:
      try worldwide.write(record, details: bytes[item.content])
    case .patent(let record):
      try write(record, isStub: item.isStub)
      if !item.content.isEmpty {
        content.bind(db.lastInsertedRowID)
        content.bind(text: bytes[item.content])
        try content.execute()
      }
    case .event(let record):
      try write(record, details: bytes[item.content], movesIn: item.movesIntoRegion)
    case .register(let row):
      try write(row)
    case .trademark(let mark): try trademark.write(mark, content: bytes[item.content])
    case .trademarkRow(let row): try trademark.write(row, content: bytes[item.content])
    }
  }

  mutating func write(_ item: Reject) throws {
    reject.bind(file)
    reject.bind(item.source.member)
    reject.bind(item.source.offset)
    reject.bind(item.source.record)
    reject.bind(item.code.rawValue)
    reject.bind(item.reason)
    try reject.execute()
  }

  private mutating func write(_ record: PatentPublication, isStub: Bool) throws {
    publication.bind(nil as Int64?)
    publication.bind(file)
    publication.bind(record.source.member)
    publication.bind(record.source.offset)
    publication.bind(record.format)
    publication.bind(record.applicationNumber?.key)
    publication.bind(record.publicationNumber.canonical)
    publication.bind(record.kind.text)
    publication.bind(record.publicationDate.map { Int($0.number) })
    publication.bind(record.right == .invention ? 1 : 0)
    publication.bind(record.status?.rawValue)
    publication.bind(record.producedOn.map { Int($0.number) })
    publication.bind(blob: record.digest?.bytes ?? [])
    publication.bind(record.filingDate.map { Int($0.number) })
    publication.bind(record.internationalApplication?.filingDate.map { Int($0.number) })
    publication.bind(record.parent?.chinese?.key)
    publication.bind(record.titles.first?.text)
    let assignees = inSequence(record.assignees)
    let applicants = inSequence(record.applicants)
    bind(assignees.first)
    bind(applicants.first)
    let others = (assignees.isEmpty ? applicants : assignees).dropFirst()
    publication.bind(
      others.isEmpty
        ? nil : others.map { $0.name + "\u{1E}" + ($0.address ?? "") }.joined(separator: "\u{1F}"))
    publication.bind(isStub ? 1 : 0)
    try publication.execute()
  }

  private func inSequence(_ parties: [Party]) -> [Party] {
    parties.count < 2
      ? parties
      : parties.enumerated().sorted {
        ($0.element.sequence, $0.offset) < ($1.element.sequence, $1.offset)
      }.map { $0.element }
  }

  private mutating func bind(_ party: Party?) {
    publication.bind(party?.name)
    publication.bind(party?.country)
    publication.bind(party?.postcode)
    publication.bind(party?.address)
    publication.bind(party?.province)
    publication.bind(party?.city)
    publication.bind(party?.county)
  }

  private mutating func write(
    _ record: LegalEvent, details: ArraySlice<UInt8>, movesIn: Bool
  ) throws {
    event.bind(nil as Int64?)
    event.bind(file)
    event.bind(record.source.member)
    event.bind(record.source.offset)
    event.bind(record.format)
    event.bind(record.applicationNumber?.key)
    event.bind(record.identifier)
    event.bind(record.code)
    event.bind(record.name)
    event.bind(record.publishedOn.map { Int($0.number) })
    event.bind(record.producedOn.map { Int($0.number) })
    event.bind(blob: record.digest?.bytes ?? [])
    event.bind(text: details)
    event.bind(movesIn ? 1 : 0)
    try event.execute()
  }

  /// Rows of registers come by the thousand, so GRDB's own statements serve.
  private func write(_ row: RegisterRow) throws {
    switch row {
    case .pledge(let row): try insert(row)
    case .award(let row): try insert(row)
    case .family(let row): try insert(row)
    case .population(let row): try insert(row)
    case .industryDecision(let row): try insert(row)
    case .marketEntities(let row): try insert(row)
    case .enterprise(let row): try insert(row)
    case .annualFee(let row): try insert(row)
    case .licence(let row): try insert(row)
    case .protectedMark(let row): try insert(row)
    case .madrid(let row): try insert(row)
    case .giProduct(let row): try insert(row)
    case .ownerDecision(let row): try insert(row)
    case .indicator(let row): try insert(row)
    }
  }

  private func insert<Row: StoredRegisterRow>(_ row: Row) throws {
    let values = [file, row.source.offset] + row.columnValues + [row.source.member]
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO \(Row.table.rawValue) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(values))
  }
}

extension PatentNumber {
  /// The number as the database keeps it; ``init(parsing:)`` reads it back.
  var storedText: String {
    switch self {
    case .application(let number): return number.canonical
    case .publication(let number, let kind): return "CN\(number.canonical)\(kind.text)"
    }
  }
}
