import Records

/// The rows of one register in the order of application keys.
///
/// Sorted arrays instead of a dictionary of arrays: a register has about a row a patent, and each
/// array of its own would cost as much as the row. - Complexity: look-up O(log *n*).
struct RowsByApplication<Row: Sendable>: Sendable {
  private let keys: [Int64]
  private let rows: [Row]

  /// Takes rows in the order of files and rows, which stays among the rows of one application.
  init(_ rows: [Row], application: (Row) -> ApplicationNumber?) {
    var placed: [(key: Int64, index: Int)] = []
    placed.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      if let number = application(row) { placed.append((number.key, index)) }
    }
    placed.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    keys = placed.map { $0.key }
    self.rows = placed.map { rows[$0.index] }
  }

  /// The rows of an application; none where it has none.
  subscript(number: ApplicationNumber) -> [Row] {
    var first = start(of: number.key)
    var found: [Row] = []
    while first < keys.count, keys[first] == number.key {
      found.append(rows[first])
      first += 1
    }
    return found
  }

  func contains(_ number: ApplicationNumber) -> Bool {
    let first = start(of: number.key)
    return first < keys.count && keys[first] == number.key
  }

  /// Gives each application once, with its first row.
  func forEachApplication(_ body: (Int64, Row) -> Void) {
    for index in keys.indices where index == 0 || keys[index - 1] != keys[index] {
      body(keys[index], rows[index])
    }
  }

  private func start(of key: Int64) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
