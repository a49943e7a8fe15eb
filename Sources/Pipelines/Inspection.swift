import Formats
import Records

/// What a file is: its format, encoding, container, number of records and first record.
package struct Inspection: Sendable {
  package var file: String
  package var summary: FileSummary
  package var first: ExportRecord?
  package var firstReject: Reject?

  /// Reads every file whole, since a count is only known at the end.
  package static func of(_ paths: [String]) throws -> [Inspection] {
    let files = try InputDiscovery.files(at: paths).map { $0.file }
    let normaliser = try Normaliser()
    var reports: [Inspection] = []
    var current: (first: ExportRecord?, reject: Reject?) = (nil, nil)
    try ExportReader().read(
      files, options: ReadOptions(digests: false, workers: 2, tables: RegisterTables()),
      transform: { batch -> RecordBatch in
        var batch = batch
        batch.records = batch.records.prefix(1).map { normaliser.normalise($0) }
        return batch
      },
      consume: { batch in
        current.first = current.first ?? batch.records.first
        current.reject = current.reject ?? batch.rejects.first
        if let summary = batch.summary {
          reports.append(
            Inspection(
              file: files[batch.fileIndex].name, summary: summary, first: current.first,
              firstReject: current.reject))
          current = (nil, nil)
        }
      })
    return reports
  }

  package func lines() -> [String] {
    var lines = [file]
    lines.append("  container \(summary.container), \(summary.fileBytes.counted("byte"))")
    let formats = summary.formats.sorted { $0.key < $1.key }
    lines.append(
      "  format "
        + (formats.isEmpty
          ? "none known" : formats.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")))
    // A workbook, or a file of which nothing could be read, has none.
    if !summary.encodings.isEmpty {
      lines.append("  encoding \(summary.encodings.sorted().joined(separator: ", "))")
    }
    lines.append("  records \(summary.records), rejected \(summary.rejects)")
    if !summary.ignored.isEmpty {
      lines.append(
        "  ignored "
          + summary.ignored.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
          .joined(separator: ", "))
    }
    for column in unknownColumns {
      lines.append(
        "  unknown column \"\(column.name)\" in \(column.table), filled in \(column.filledCells.counted("row")); "
          + "no reader asks for it")
    }
    if let first {
      var line = JSONBuffer()
      first.writeLine(to: &line)
      lines.append("  first " + String(decoding: line.bytes.dropLast(), as: UTF8.self))
    }
    if let firstReject { lines.append("  first reject " + Conversion.line(firstReject)) }
    return lines
  }

  private var unknownColumns: [FileSummary.UnknownColumn] {
    summary.unknownColumns.sorted { ($0.table, $0.name) < ($1.table, $1.name) }
  }

  package func json() -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      json.member("file", file)
      json.member("container", summary.container)
      json.member("bytes", summary.fileBytes)
      json.key("formats")
      json.object { json in
        for (format, count) in summary.formats.sorted(by: { $0.key < $1.key }) {
          json.key(text: format)
          json.integer(count)
        }
      }
      json.strings("encodings", summary.encodings.sorted(), evenIfEmpty: true)
      json.list("unknown_columns", unknownColumns) { json, column in
        json.member("table", column.table)
        json.member("name", column.name)
        json.member("filled_cells", column.filledCells)
      }
      json.member("records", summary.records)
      json.member("rejected", summary.rejects)
      json.key("ignored")
      json.object { json in
        for (kind, count) in summary.ignored.sorted(by: { $0.key < $1.key }) {
          json.key(text: kind)
          json.integer(count)
        }
      }
      if let first {
        json.key("first_record")
        first.write(to: &json)
      }
    }
    return json
  }
}
