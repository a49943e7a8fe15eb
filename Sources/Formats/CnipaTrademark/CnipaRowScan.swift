import Records

/// Finds rows and their cells in a block.
///
/// A row usually is a line without quotes. Where it is not, these rules say what belongs to it:
///
/// 1. A cell that begins with a quote ends at the next quote with a separator or a line's end behind;
///    line breaks and separators in it are its content. But a line that looks like a row's beginning
///    ends the row: then the quote was never closed, and quotes are characters like others.
/// 2. A line that does not look like a row's beginning belongs to the row before as long as that row
///    lacks cells, or if its last cell is free text and the line has no separator.
///
/// A line looks like a row's beginning if a mark's number of at least four digits stands first and,
/// where the table has its class second, a short number behind it. Line ends are LF or CR LF.
struct CnipaRowScan {
  enum Row {
    /// - end: the place behind the row's line end.
    /// - isCut: the bytes end before the row's line end.
    case cells(end: Int, isCut: Bool)
    /// More bytes are needed to know where the row ends.
    case unfinished
  }

  /// A row that needs more bytes than this to be closed is taken to be broken.
  static let longestRow = 1 << 16
  static let maximumCells = 1024

  let layout: CnipaLayout
  let bytes: UnsafeBufferPointer<UInt8>
  let isLast: Bool
  /// The cells of the row found last, ``count`` of them.
  let cells: UnsafeMutablePointer<CnipaCell>
  private(set) var count = 0
  /// Whether the row found last had quotes that matter.
  private(set) var hadQuotes = false

  init(
    layout: CnipaLayout, bytes: UnsafeBufferPointer<UInt8>, isLast: Bool,
    cells: UnsafeMutablePointer<CnipaCell>
  ) {
    self.layout = layout
    self.bytes = bytes
    self.isLast = isLast
    self.cells = cells
  }

  /// Finds the row that begins at `start`, which lies within the block.
  @inline(__always)
  mutating func row(at start: Int) -> Row {
    let separator = layout.separator
    let end = bytes.count
    var place = start
    var cellStart = start
    count = 0
    hadQuotes = false
    while place < end {
      let byte = bytes[place]
      if byte > 0x2C {
        place += 1
        continue
      }
      if byte == separator {
        guard count < CnipaRowScan.maximumCells - 1 else { return slowRow(at: start) }
        cells[count] = CnipaCell(start: cellStart, end: place)
        count += 1
        place += 1
        cellStart = place
        continue
      }
      if byte == 0x0A { break }
      if byte == 0x22, place == cellStart { return slowRow(at: start) }
      place += 1
    }
    guard place < end else { return isLast ? slowRow(at: start) : .unfinished }
    let isReturn = place > cellStart && bytes[place - 1] == 0x0D
    cells[count] = CnipaCell(start: cellStart, end: isReturn ? place - 1 : place)
    count += 1
    place += 1
    guard count == layout.width else { return slowRow(at: start) }
    if !layout.endsInText { return .cells(end: place, isCut: false) }
    return startsRow(place) == true ? .cells(end: place, isCut: false) : slowRow(at: start)
  }

  /// Whether the line at `start` looks like a row's beginning; nil if more bytes are needed.
  @inline(__always)
  func startsRow(_ start: Int) -> Bool? {
    let end = bytes.count
    if start >= end { return isLast ? true : nil }
    guard layout.beginsWithNumber else { return startsOtherRow(start) }
    var place = start
    let isQuoted = bytes[place] == 0x22
    if isQuoted { place += 1 }
    let length = TrademarkNumber.length(bytes, place, end)
    // Shorter numbers begin rows too, but not where they would end a row that is open.
    let isLong = length >= 4
    place += length
    if isQuoted, place < end, bytes[place] == 0x22 { place += 1 }
    while place < end, bytes[place] == 0x20 { place += 1 }
    if place >= end { return isLast ? false : nil }
    guard isLong, bytes[place] == layout.separator else { return false }
    guard layout.hasClassSecond else { return true }
    place += 1
    while place < end, bytes[place] == 0x20 || bytes[place] == 0x22 { place += 1 }
    // Any short number: a row with a class that does not exist is a row, to be rejected alone.
    let digits = place
    while place < end, place - digits < 3, bytes[place] &- 0x30 < 10 { place += 1 }
    if place >= end { return isLast ? false : nil }
    guard place > digits else { return false }
    while place < end, bytes[place] == 0x20 || bytes[place] == 0x22 { place += 1 }
    if place >= end { return isLast ? false : nil }
    return bytes[place] == layout.separator || bytes[place] == 0x0D || bytes[place] == 0x0A
  }

  /// The table of agencies begins with a code; where another column stands first, every line begins
  /// a row.
  private func startsOtherRow(_ start: Int) -> Bool? {
    guard layout.beginsWithCode else { return true }
    var place = start
    while place < bytes.count, place - start <= 22 {
      let byte = bytes[place]
      if byte == layout.separator { return place > start }
      let isCode =
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x22 || byte == 0x20
        || byte == 0x2D
      if !isCode { return false }
      place += 1
    }
    return place - start > 22 || isLast ? false : nil
  }
}

extension CnipaRowScan {
  private enum Quoted {
    case row(Row)
    case neverClosed
  }

  /// Finds a row by all rules.
  private mutating func slowRow(at start: Int) -> Row {
    switch quotedRow(at: start) {
    case .row(let row):
      guard hadQuotes, count != layout.width, case .cells(let end, let isCut) = row else {
        return row
      }
      // Quotes that are names' own may have taken separators with them.
      let found = count
      split(start, end)
      if count != layout.width {
        count = found
        _ = quotedRow(at: start)
      }
      return .cells(end: end, isCut: isCut)
    case .neverClosed: return unquotedRow(at: start)
    }
  }

  /// Rule 1 and 2, as long as all quotes are closed.
  private mutating func quotedRow(at start: Int) -> Quoted {
    let end = bytes.count
    var place = start
    count = 0
    hadQuotes = false
    while true {
      guard count < CnipaRowScan.maximumCells else { return .neverClosed }
      var cell = CnipaCell(start: place, end: place)
      if place < end, bytes[place] == 0x22 {
        hadQuotes = true
        switch closing(of: &cell, rowStart: start) {
        case .closed(let behind): place = behind
        case .open: return .neverClosed
        case .unfinished: return .row(.unfinished)
        }
      } else {
        while place < end, bytes[place] != layout.separator, bytes[place] != 0x0A { place += 1 }
        cell.end = place
      }
      while place < end, bytes[place] == 0x0A {
        // The line ends here, and perhaps the row.
        switch continues(behind: place, cells: count + 1, isQuoted: cell.isQuoted) {
        case nil: return .row(.unfinished)
        case false:
          if !cell.isQuoted, cell.end > cell.start, bytes[cell.end - 1] == 0x0D { cell.end -= 1 }
          cells[count] = cell
          count += 1
          return .row(.cells(end: place + 1, isCut: false))
        case true:
          guard place - start < CnipaRowScan.longestRow else { return .neverClosed }
          place += 1
          while place < end, bytes[place] != layout.separator, bytes[place] != 0x0A { place += 1 }
          cell.end = place
        }
      }
      cells[count] = cell
      count += 1
      guard place < end else { return .row(isLast ? .cells(end: end, isCut: true) : .unfinished) }
      place += 1
    }
  }

  private enum Closing {
    case closed(behind: Int)
    case open
    case unfinished
  }

  /// Finds the end of a quoted cell, and the place of the separator or line end behind it.
  private func closing(of cell: inout CnipaCell, rowStart: Int) -> Closing {
    let end = bytes.count
    cell.start += 1
    cell.isQuoted = true
    var place = cell.start
    while place < end {
      switch bytes[place] {
      case 0x22:
        if place + 1 < end, bytes[place + 1] == 0x22 {
          cell.hasDoubledQuotes = true
          place += 2
          continue
        }
        var behind = place + 1
        while behind < end, bytes[behind] == 0x20 || bytes[behind] == 0x0D { behind += 1 }
        if behind >= end, !isLast { return .unfinished }
        if behind >= end || bytes[behind] == layout.separator || bytes[behind] == 0x0A {
          cell.end = place
          return .closed(behind: behind)
        }
      case 0x0A:
        switch startsRow(place + 1) {
        case nil: return .unfinished
        case true: return .open
        default: break
        }
        if place - rowStart > CnipaRowScan.longestRow { return .open }
      default: break
      }
      place += 1
    }
    return isLast ? .open : .unfinished
  }

  /// Whether the line behind the line end at `place` belongs to the row so far (rule 2); nil if more
  /// bytes are needed.
  private func continues(behind place: Int, cells found: Int, isQuoted: Bool) -> Bool? {
    let start = place + 1
    if isQuoted || found > layout.width || !(layout.beginsWithNumber || layout.beginsWithCode) {
      return false
    }
    if found == layout.width, !layout.endsInText { return false }
    guard let starts = startsRow(start) else { return nil }
    if starts { return false }
    var separators = 0
    var index = start
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == layout.separator { separators += 1 }
      index += 1
    }
    if index == bytes.count {
      // The last line without its end is a row that was cut, unless this one is.
      return isLast ? found < layout.width && found + separators <= layout.width : nil
    }
    if found == layout.width { return separators == 0 && !isBlank(start, index) }
    return found + separators <= layout.width
  }

  func isBlank(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end where bytes[index] != 0x0D && bytes[index] != 0x20 { return false }
    return true
  }

  /// A row with a quote that is never closed: all lines to the next that looks like a row's beginning.
  private mutating func unquotedRow(at start: Int) -> Row {
    var place = start
    while true {
      while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      if place == bytes.count {
        guard isLast else { return .unfinished }
        split(start, place)
        return .cells(end: place, isCut: true)
      }
      place += 1
      guard let starts = startsRow(place) else { return .unfinished }
      // Of so many lines none can be a row, so they go as one.
      if starts || place - start > CnipaRowScan.longestRow {
        split(start, place)
        return .cells(end: place, isCut: false)
      }
    }
  }

  /// Splits at every separator; a cell that stands in quotes loses them.
  private mutating func split(_ start: Int, _ rowEnd: Int) {
    count = 0
    var end = rowEnd
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    var cellStart = start
    for place in start...end where place == end || bytes[place] == layout.separator {
      var cell = CnipaCell(start: cellStart, end: place)
      if place - cellStart >= 2, bytes[cellStart] == 0x22, bytes[place - 1] == 0x22 {
        cell = CnipaCell(
          start: cellStart + 1, end: place - 1, isQuoted: true, hasDoubledQuotes: true)
      }
      if count < CnipaRowScan.maximumCells {
        cells[count] = cell
        count += 1
      }
      cellStart = place + 1
    }
  }

  /// Joins cells `first...first + excess` into one, as they stood.
  mutating func join(_ first: Int, excess: Int) {
    cells[first].end = cells[first + excess].end
    for index in (first + 1)..<(count - excess) { cells[index] = cells[index + excess] }
    count -= excess
  }

  /// Leaves out cells behind the last column.
  mutating func keep(_ number: Int) { count = min(count, number) }
}
