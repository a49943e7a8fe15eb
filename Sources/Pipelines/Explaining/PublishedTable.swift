/// The rows of a published table (RFC 4180 with a byte order mark) by column.
struct PublishedTable {
  /// One row: its 1-based number in the file, the header being row 1, and its cells by column.
  struct Row {
    var number: Int
    fileprivate var cells: [String: String]

    /// The cell without the mark that keeps spreadsheets from taking it for a formula.
    subscript(column: String) -> String {
      let cell = cells[column] ?? ""
      guard cell.hasPrefix("'"), let next = cell.dropFirst().first, "=+-@\t\r".contains(next)
      else { return cell }
      return String(cell.dropFirst())
    }
  }

  var rows: [Row] = []

  init(_ bytes: [UInt8]) {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22: isQuoted = true
      case 0x2C, 0x0A:
        record.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 0x0A {
          records.append(record)
          record = []
        }
      case 0x0D: break
      default: cell.append(byte)
      }
    }
    guard let header = records.first else { return }
    rows = records.enumerated().dropFirst().map { number, cells in
      Row(number: number + 1, cells: Dictionary(zip(header, cells)) { first, _ in first })
    }
  }
}
