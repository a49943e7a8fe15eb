extension JSONBuffer {
  /// Writes a row of RFC 4180 with CRLF; a cell that a spreadsheet would take for a formula gets a
  /// leading apostrophe.
  package mutating func csvRow(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { raw(0x2C) }
      var isQuoted = false
      for byte in cell.utf8 {
        switch byte {
        case 0x22, 0x2C, 0x0D, 0x0A: isQuoted = true
        default: break
        }
      }
      if isQuoted { raw(0x22) }
      switch cell.utf8.first {
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: raw(0x27)
      default: break
      }
      for byte in cell.utf8 {
        if byte == 0x22 { raw(0x22) }
        raw(byte)
      }
      if isQuoted { raw(0x22) }
    }
    raw(0x0D)
    raw(0x0A)
  }
}

extension ExportRecord {
  /// The id of the format or register the record was read from.
  package var formatID: String {
    switch self {
    case .patent(let patent): return patent.format
    case .event(let event): return event.format
    case .register(.pledge): return "pledges"
    case .register(.award): return "awards"
    case .register(.family): return "families"
    case .register(.population): return "population"
    case .register(.industryDecision): return "sei-decisions"
    }
  }
}
