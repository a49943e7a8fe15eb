import Foundation
import Records
import Testing

@testable import Formats

/// Tables of every size, plain and packed, give the same rows.
struct PackedTableTests {
  /// Recognises awards, and one workbook that is no other than a name.
  private struct Tables: TableFormat {
    func table(fileName: String, header: UnsafeRawBufferPointer) -> RecognisedTable? {
      if header.starts(with: "PK".utf8) {
        return fileName.hasSuffix("awards.xlsx")
          ? RecognisedTable(id: "workbook") { WorkbookReader() } : nil
      }
      guard let kind = RegisterFile.kind(fileName: fileName, header: header) else { return nil }
      return RecognisedTable(id: kind.rawValue) { RegisterFile.reader(of: kind) }
    }
  }

  /// Gives the size of the workbook, to show that it comes as one block.
  private final class WorkbookReader: TableReader {
    func read(
      _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, source: Source,
      into output: inout ReadOutput
    ) -> Int {
      output.reject(source, .badValue, "\(bytes.count) \(isLast)")
      return bytes.count
    }

    func passOverRow(longerThan limit: Int, source: Source, into output: inout ReadOutput) {}
  }

  private func read(_ bytes: [UInt8], _ name: String, workers: Int = 1) throws -> [RecordBatch] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(name).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try ExportReader().batches(
      [InputFile(path: path, name: name)],
      options: ReadOptions(workers: workers, tables: Tables()))
  }

  private func rows(_ batches: [RecordBatch]) -> [String] {
    batches.flatMap { $0.records }.compactMap { record in
      guard case .register(.award(let row)) = record else { return nil }
      return "\(row.source.offset) \(row.level)"
    }
  }

  private let header = "专利号,奖项,等级,年度,来源\n"

  private func text(_ count: Int) -> [UInt8] {
    var text = header
    let filler = String(repeating: "来源", count: 70)
    for row in 0..<count {
      text += "202110991218.8,中国专利奖,金奖\(row),2021,\"\(filler),\n第\(row)行\"\n"
      if row % 1000 == 500 { text += "202110991218.8,中国专利奖,\"金奖,2021\n" }
    }
    return Array(text.utf8)
  }

  @Test func plainAndPacked() throws {
    let bytes = text(10_000)
    #expect(bytes.count > 9 << 19)
    let plain = try read(bytes, "awards.csv")
    let expected = rows(plain)
    let rejects = plain.flatMap { $0.rejects }.map { "\($0.source.offset) \($0.reason)" }
    #expect(expected.count == 10_000)
    #expect(rejects.count == 10)
    // Batches flow out block by block.
    #expect(plain.filter { !$0.records.isEmpty }.count >= 4)
    #expect(plain.allSatisfy { $0.records.count < 3_000 })
    let zip = ZipWriter.archive([.init(name: "awards.csv", bytes: bytes)])
    let tar = TarWriter.archive([.init(name: "awards.csv", bytes: bytes)])
    let utf16: [UInt8] =
      [0xFF, 0xFE]
      + String(decoding: bytes, as: UTF8.self).utf16.flatMap {
        [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
      }
    for (packed, name) in [
      (bytes, "awards.csv"), (zip, "a.zip"), (tar, "a.tar"), (utf16, "awards.csv"),
      (GzipWriter.file(bytes), "awards.csv.gz"), (GzipWriter.file(tar), "a.tgz"),
      (ZipWriter.archive([.init(name: "a.zip", bytes: zip)]), "b.zip"),
      (GzipWriter.file(GzipWriter.file(bytes)), "awards.csv.gz.gz"),
    ] {
      for workers in [1, 2] {
        let batches = try read(packed, name, workers: workers)
        #expect(rows(batches) == expected, "\(name)")
        #expect(
          batches.flatMap { $0.rejects }.map { "\($0.source.offset) \($0.reason)" } == rejects,
          "\(name)")
        #expect(batches.last?.summary?.formats == ["awards": 10_000], "\(name)")
      }
    }
  }

  @Test func aCutTableKeepsItsWholeRows() throws {
    let bytes = text(10_000)
    let file = GzipWriter.file(bytes)
    let expected = rows(try read(bytes, "awards.csv"))
    for cut in [file.count - 5, file.count - 1_000, file.count / 2, 20_000] {
      let batches = try read(Array(file[..<cut]), "awards.csv.gz", workers: 2)
      let found = rows(batches)
      #expect(found == Array(expected[..<found.count]))
      let faults = batches.flatMap { $0.rejects }.filter { $0.code != .badRow }
      #expect(faults.map { $0.code } == [.badContainer], "\(faults)")
      #expect(found.count > expected.count / 20 * cut / file.count)
    }
    let small = Array((header + "202110991218.8,中国专利奖,金奖,2021\n202110991218.8,省奖,一等奖,1990").utf8)
    let packed = GzipWriter.file(small)
    for cut in 1..<packed.count {
      let reading = try #require(ContentReading(tables: Tables()))
      let output = reading.read(Array(packed[..<cut]), name: "awards.csv.gz").read
      #expect(output.records.count <= 1)
      #expect(output.rejects.map { $0.code } == [.badContainer], "\(output.rejects)")
    }
  }

  @Test func aWorkbookIsOneTable() throws {
    let sheet = [UInt8](repeating: 0x61, count: 6 << 20)
    var book: [UInt8] = []
    for isDeflated in [true, false] {
      book = ZipWriter.archive([
        .init(name: "[Content_Types].xml", bytes: [0x61]),
        .init(name: "xl/workbook.xml", bytes: [0x61]),
        .init(name: "xl/worksheets/sheet1.xml", bytes: sheet, isDeflated: isDeflated),
      ])
      let inner = ZipWriter.archive([.init(name: "awards.xlsx", bytes: book)])
      let tar = TarWriter.archive([.init(name: "awards.xlsx", bytes: book)])
      for (bytes, name) in [
        (book, "awards.xlsx"), (inner, "x.zip"), (tar, "x.tar"), (GzipWriter.file(tar), "x.tgz"),
      ] {
        let batches = try read(bytes, name)
        #expect(batches.flatMap { $0.rejects }.map { $0.reason } == ["\(book.count) true"])
      }
    }
    let other = try read(book, "other.xlsx")
    #expect(other.flatMap { $0.rejects }.map { $0.code } == [.unknownFormat])
  }
}
