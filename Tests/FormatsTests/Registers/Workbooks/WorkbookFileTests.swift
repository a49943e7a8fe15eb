import Foundation
import Records
import Testing

@testable import Formats

/// Workbooks and tables as files among other inputs, and as members of archives.
struct WorkbookFileTests {
  private struct Registers: TableFormat {
    func table(fileName: String, header: UnsafeRawBufferPointer) -> RecognisedTable? {
      if let workbook = RegisterWorkbook.table(fileName: fileName, header: header) {
        return workbook
      }
      return RegisterFile.kind(fileName: fileName, header: header).map { kind in
        RecognisedTable(id: kind.rawValue) { RegisterFile.reader(of: kind) }
      }
    }
  }

  private func read(_ bytes: [UInt8], name: String) throws -> (
    records: [ExportRecord], rejects: [Reject], formats: [String: Int]
  ) {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let batches = try ExportReader().batches(
      [InputFile(path: path, name: name)], options: ReadOptions(workers: 2, tables: Registers()))
    return (
      batches.flatMap { $0.records }, batches.flatMap { $0.rejects },
      batches.last?.summary?.formats ?? [:]
    )
  }

  private let workbook = WorkbookWriter(rows: [
    ["专利号", "奖项", "等级", "年度"], ["202110991218.8", "中国专利奖", "金奖", "2021"],
    ["202110991218.7", "中国专利奖", "金奖", "2021"],
  ]).bytes

  @Test func workbookAsFile() throws {
    let found = try read(workbook, name: "表.xlsx")
    #expect(found.records.count == 1)
    #expect(found.rejects.map { $0.code } == [.checkDigit])
    #expect(found.rejects.first?.source == Source(file: "表.xlsx", offset: 3, record: "3"))
    #expect(found.formats == ["awards": 1])
  }

  @Test func workbookInAnArchive() throws {
    let archive = ZipWriter.archive([.init(name: "登记/表.xlsx", bytes: workbook)])
    let found = try read(archive, name: "a.zip")
    #expect(found.records.count == 1)
    #expect(
      found.rejects.map { $0.source } == [
        Source(file: "a.zip", member: "登记/表.xlsx", offset: 3, record: "3")
      ])
  }

  @Test func refusedForms() throws {
    let other = try read(WorkbookWriter(rows: [["专利号", "奖项"]]).bytes, name: "a.xlsx")
    #expect(other.rejects.map { $0.code } == [.missingColumn])
    #expect(other.rejects.first?.reason.contains("nearest is 奖项 (awards)") == true)
    let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let old = try read(magic + [UInt8](repeating: 0, count: 5 << 20), name: "a.xls")
    #expect(old.rejects.map { $0.code } == [.badContainer])
    #expect(old.records.isEmpty)
  }

  /// Text that is no register under an unknown name.
  @Test func textWithoutItsColumns() throws {
    let found = try read(Array("专利号,奖项,等级,获奖年\n1,2,3,4\n".utf8), name: "2021.csv")
    #expect(found.rejects.map { $0.code } == [.unknownFormat])
    #expect(
      found.rejects.first?.reason
        == "the columns fit no register; nearest is 奖项 (awards), whose column 年度 (year) is missing; "
        + "columns found: 专利号, 奖项, 等级, 获奖年")
  }
}
