import Records

/// Lays the documents and events of a batch out in archives as the office's data service does.
///
/// Each batch has an archive of documents, one of documents produced after 2025, one of the old
/// format and one of legal status. The first batch also has loose files, a file of concatenated
/// documents, an archive within the archive and the bad input.
struct DeliveryBuilder: ~Copyable {
  private let batch: Int
  private let ordinal: String
  private let documentWriter: PatentDocumentWriter
  private let oldWriter: OldPatentDocumentWriter
  private let level: Int32
  private var generator: SplitMix64
  private var delivery = Delivery()

  private var main: ZipWriter
  private var late: ZipWriter
  private var old: ZipWriter
  private var inner: ZipWriter
  private var index: [UInt8] = []
  private var listing: [UInt8] = []
  private var concatenated: [UInt8] = []
  private var concatenatedCount = 0
  private var looseCount = 0
  private var oldLooseCount = 0
  /// Legal status: two members of the archive and, in the first batch, a loose file.
  private var status: [(bytes: [UInt8], count: Int)] = [([], 0), ([], 0), ([], 0)]

  init(city: SampleCity, batch: Int) {
    self.batch = batch
    ordinal = padded(batch + 1, 3)
    documentWriter = PatentDocumentWriter(seed: city.seed, documentBytes: city.documentBytes)
    oldWriter = OldPatentDocumentWriter(seed: city.seed, documentBytes: city.documentBytes)
    level = city.level
    generator = SplitMix64(seed: city.seed ^ 0xDE11, stream: batch)
    main = ZipWriter(level: level, zip64: batch % 3 == 1)
    late = ZipWriter(level: level)
    old = ZipWriter(level: level)
    inner = ZipWriter(level: level)
  }

  private var mainName: String { "20251230-1-\(ordinal)" }

  mutating func add(_ application: Application) throws {
    for (position, document) in application.documents.enumerated() {
      if document.isOldFormat {
        try addOld(oldWriter.bytes(document, of: application), document, application)
      } else {
        try addCurrent(
          documentWriter.bytes(document, of: application), document, application, position)
      }
    }
    for (position, event) in application.events.enumerated() {
      for _ in 0..<(event.isRepeated ? 2 : 1) {
        let target = batch == 0 && status[2].count < 60 ? 2 : generator.below(2)
        StatusRecordWriter.append(
          event, ordinal: position, of: application, to: &status[target].bytes)
        status[target].count += 1
        delivery.records["cnipa-prs", default: 0] += 1
      }
    }
    var rows = application
    rows.documents = []
    rows.events = []
    delivery.applications.append(rows)
  }

  private mutating func addCurrent(
    _ bytes: [UInt8], _ document: PlannedDocument, _ application: Application, _ position: Int
  ) throws {
    let name = PatentDocumentWriter.fileName(document, of: application)
    delivery.records["cnipa", default: 0] += 1
    // Repeated deliveries of one publication have one name; their folder tells them apart.
    let path = memberPath(name, position)
    if document.produced.number >= 2026_01_01 {
      try late.add(path: path, bytes: bytes)
      return
    }
    if batch == 0, bytes.count < 20_000 {
      if looseCount < 12, generator.chance(8) {
        looseCount += 1
        delivery.files.append(
          .init(path: "cnipa/loose-\(padded(looseCount, 2))-\(name)", bytes: bytes))
        return
      }
      if concatenatedCount < 40, generator.chance(15) {
        concatenatedCount += 1
        concatenated += bytes
        return
      }
      if inner.count < 20, generator.chance(10) {
        try inner.add(path: path, bytes: bytes)
        return
      }
    }
    index += Array("  <Document file=\"\(name)\"/>\n".utf8)
    listing += Array("\(name)\t\(bytes.count)\n".utf8)
    let isAbsolute = generator.chance(3)
    try main.add(
      path: (isAbsolute ? "/" : "") + path, bytes: bytes,
      method: generator.chance(3) && bytes.count < 20_000 ? .stored : .deflated)
    if generator.chance(10) {
      try main.add(
        path: "1/\(name.dropLast(4))/\(application.number.key).JPG",
        bytes: DeliveryBuilder.image, method: .stored)
    }
  }

  private func memberPath(_ name: String, _ position: Int) -> String {
    let stem = name.dropLast(4)
    return "\(1 + position)/\(stem)/\(name)"
  }

  /// The shortest picture a viewer accepts as one: start, comment, end.
  private static let image: [UInt8] = [0xFF, 0xD8, 0xFF, 0xFE, 0x00, 0x04, 0x49, 0x50, 0xFF, 0xD9]

  private mutating func addOld(
    _ bytes: [UInt8], _ document: PlannedDocument, _ application: Application
  ) throws {
    delivery.records["cnipa-1", default: 0] += 1
    let name = "CN\(document.number)\(document.kind).XML"
    if batch == 0, oldLooseCount < 5 {
      oldLooseCount += 1
      delivery.files.append(.init(path: "cnipa-1/" + name, bytes: bytes))
    } else {
      try old.add(path: "\(application.filed.year)/" + name, bytes: bytes)
    }
  }

  /// Adds the documents that must be rejected, each for one reason.
  mutating func addBadInput(_ applications: [Application]) throws {
    func document(_ position: Int) -> (String, String, Application) {
      let application = applications[position]
      var document = application.documents[0]
      // Neither prefix-less nor with a document type, so that the reason is the only one.
      document.quirk = .privateUse
      document.isOldFormat = false
      let bytes = documentWriter.bytes(document, of: application)
      return (
        PatentDocumentWriter.fileName(document, of: application),
        String(decoding: bytes, as: UTF8.self), application
      )
    }
    let archive = "cnipa/\(mainName).ZIP"

    let (checkName, checkText, application) = document(0)
    let right = application.number.canonical
    let wrong = String(right.dropLast()) + (right.hasSuffix("7") ? "8" : "7")
    let checkPath = memberPath(checkName, 8)
    try main.add(path: checkPath, bytes: Array(checkText.replacing(right, with: wrong).utf8))
    reject(archive, checkPath, "check-digit")

    let (controlName, controlText, _) = document(1)
    let controlPath = memberPath(controlName, 8)
    let controlled = controlText.replacing(
      "<base:Name>", with: "<base:Name>\u{1}", maxReplacements: 1)
    try main.add(path: controlPath, bytes: Array(controlled.utf8))
    reject(archive, controlPath, "control-character")

    let (entityName, entityText, _) = document(2)
    let entityPath = "cnipa/" + entityName
    let undefined = entityText.replacing(
      "<base:Name>", with: "<base:Name>&nosuchname;", maxReplacements: 1)
    delivery.files.append(.init(path: entityPath, bytes: Array(undefined.utf8)))
    reject(entityPath, nil, "undefined-entity")

    let (cutName, cutText, _) = document(3)
    let cut = Array(Array(cutText.utf8).prefix(cutText.utf8.count * 3 / 5))
    delivery.files.append(.init(path: "cnipa/" + cutName, bytes: cut))
    reject("cnipa/" + cutName, nil, "truncated")

    // In a file of several documents reading resumes at the next declaration.
    let (_, inside, _) = document(4)
    concatenated = Array(Array(inside.utf8).prefix(inside.utf8.count / 2)) + concatenated
    reject("cnipa/\(mainName)-ALL.XML", nil, "truncated")

    try main.add(path: "9/EMPTY/EMPTY.XML", bytes: [], method: .stored)
    reject(archive, "9/EMPTY/EMPTY.XML", "empty")
    delivery.files.append(
      .init(path: "cnipa/ANSWER.XML", bytes: Array("{\"code\": 200, \"items\": []}\n".utf8)))
    reject("cnipa/ANSWER.XML", nil, "unknown-format")
  }

  private mutating func reject(_ file: String, _ member: String?, _ code: String) {
    delivery.rejects.append(.init(file: file, member: member, code: code))
  }

  mutating func finish() throws -> Delivery {
    if inner.count > 0 { try main.add(path: "1/INNER.ZIP", bytes: inner.finish(), method: .stored) }
    let head = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<DocumentIndex>\n".utf8)
    try main.add(path: "INDEX.XML", bytes: head + index + Array("</DocumentIndex>\n".utf8))
    try main.add(path: "INDEX.TXT", bytes: listing)
    delivery.files.append(.init(path: "cnipa/\(mainName).ZIP", bytes: main.finish()))
    delivery.files.append(
      .init(path: "cnipa/\(mainName)-CRC.TXT", bytes: Array("\(mainName).ZIP\t00000000\n".utf8)))
    if late.count > 0 {
      delivery.files.append(.init(path: "cnipa/20260327-1-\(ordinal).ZIP", bytes: late.finish()))
    }
    if old.count > 0 {
      delivery.files.append(
        .init(path: "cnipa-1/20251230-1-\(ordinal).ZIP", bytes: old.finish()))
    }
    if !concatenated.isEmpty {
      delivery.files.append(.init(path: "cnipa/\(mainName)-ALL.XML", bytes: concatenated))
    }
    var archive = ZipWriter(level: level)
    for part in 0..<2 where status[part].count > 0 {
      try archive.add(path: "PRS_20260327_\(part + 1).XML", bytes: statusFile(part))
      status[part].bytes = []
    }
    delivery.files.append(
      .init(path: "cnipa-prs/20260327-2-\(ordinal).ZIP", bytes: archive.finish()))
    if status[2].count > 0 {
      delivery.files.append(.init(path: "cnipa-prs/PRS_20260327_0.XML", bytes: statusFile(2)))
    }
    return delivery
  }

  private func statusFile(_ part: Int) -> [UInt8] {
    StatusRecordWriter.header(count: status[part].count, given: "20260327") + status[part].bytes
      + StatusRecordWriter.footer
  }
}
