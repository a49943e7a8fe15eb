import Records

/// Records as a flat table: what identifies a record, its dates, owner, and classification.
enum RecordCSV {
  private static let columns = [
    "type", "format", "file", "member", "offset", "application_no", "publication_no", "kind",
    "right", "filing_date", "publication_date", "status", "title", "owner", "address", "region",
    "ipc", "event_code", "event_name", "event_class", "effective_on", "details",
  ]

  /// The byte order mark and the header.
  static var header: [UInt8] {
    var json = JSONBuffer()
    json.csvRow(columns.map { $0 })
    return CSVText.byteOrderMark + json.bytes
  }

  static func append(_ record: ExportRecord, to output: inout JSONBuffer) {
    var cells = [String](repeating: "", count: columns.count)
    func set(_ column: String, _ value: String?) {
      if let index = columns.firstIndex(of: column), let value { cells[index] = value }
    }
    func place(_ source: Source) {
      set("file", source.file)
      set("member", source.member)
      set("offset", String(source.offset))
    }
    switch record {
    case .patent(let patent):
      place(patent.source)
      set("type", "patent")
      set("format", patent.format)
      set("application_no", patent.application?.text)
      set("publication_no", patent.publicationNumber.canonical)
      set("kind", patent.kind.text)
      set("right", patent.right.rawValue)
      set("filing_date", patent.filingDate?.isoText)
      set("publication_date", patent.publicationDate?.isoText)
      set("status", patent.status?.rawValue)
      set("title", patent.titles.first?.text)
      let owner = patent.assignees.first ?? patent.applicants.first
      set("owner", owner?.name)
      set("address", owner?.address)
      set("region", owner?.region?.text)
      set("ipc", patent.ipc.map { $0.text }.joined(separator: ";"))
    case .event(let event):
      place(event.source)
      set("type", "legal-event")
      set("format", event.format)
      set("application_no", event.application?.text)
      set("publication_no", event.publication?.number.canonical)
      set("kind", event.publication?.kind?.text)
      set("publication_date", event.publishedOn?.isoText)
      set("event_code", event.code)
      set("event_name", event.name)
      set("event_class", event.eventClass?.rawValue)
      set("effective_on", event.effectiveOn?.isoText)
      set("details", event.details.map { "\($0.label):\($0.value)" }.joined(separator: ";"))
    case .trademark(let mark):
      place(mark.source)
      set("type", "trademark")
      set("format", mark.format)
      set("application_no", mark.applicationNumber)
      set("publication_no", mark.registrationNumber ?? mark.internationalNumber)
      set("kind", mark.kind?.rawValue)
      set("filing_date", mark.filingDate?.isoText)
      set("publication_date", mark.registrationDate?.isoText)
      set("status", mark.status)
      set("title", mark.name)
      set("owner", mark.holders.first?.name)
      set("address", mark.holders.first?.address)
      set("region", mark.holders.first?.region?.text)
      set("details", mark.classes.map { String($0.nice) }.joined(separator: ";"))
    case .trademarkRow(let row): return append(.trademark(row.trademark), to: &output)
    case .register:
      var line = JSONBuffer()
      record.writeLine(to: &line)
      set("type", "register")
      set("format", "registers")
      set("details", String(decoding: line.bytes.dropLast(), as: UTF8.self))
    }
    output.csvRow(cells)
  }
}
