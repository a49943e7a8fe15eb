import Records

/// Where a register's columns stand in one file.
struct RegisterLayout {
  struct Place {
    var index: Int
    /// The header as the file writes it.
    var name: String
    /// What one of the header's unit comes to in the smallest unit.
    var factor: Int64
  }

  /// By the column's English name.
  private(set) var places: [String: Place] = [:]
  private(set) var unknown: [(index: Int, name: String, isNamed: Bool)] = []
  /// The number of columns, known and unknown.
  let width: Int

  /// Finds the register's columns in a header row.
  ///
  /// - Throws: ``HeaderFault`` if a required column is missing, a column stands twice, or a unit is
  ///   none of the column's.
  init(header: [String], of register: any Register.Type) throws(HeaderFault) {
    width = header.count
    let names = header.map { HeaderName($0) }
    for (index, name) in names.enumerated() {
      guard let column = register.columns.first(where: { $0.isNamed(by: name) }) else {
        let isNamed = !name.displayed.isEmpty
        unknown.append((index, isNamed ? name.displayed : "column \(index + 1)", isNamed))
        continue
      }
      if let first = places[column.english] {
        throw HeaderFault(
          problem: "column \(column.chinese) (\(column.english)) stands twice, as \(first.name) "
            + "(column \(first.index + 1)) and \(name.displayed) (column \(index + 1)); keep one")
      }
      places[column.english] = Place(
        index: index, name: name.displayed,
        factor: try RegisterLayout.factor(of: column, name))
    }
    for column in register.columns where column.isRequired && places[column.english] == nil {
      let found = names.map(\.displayed).filter { !$0.isEmpty }.joined(separator: ", ")
      throw HeaderFault(
        problem: "required column \(column.chinese) (\(column.english)) is missing; "
          + "columns found: \(found)")
    }
  }

  /// The column's name as the file writes it.
  func name(_ column: RegisterColumn) -> String {
    places[column.english]?.name ?? column.chinese
  }

  private static func factor(
    of column: RegisterColumn, _ name: HeaderName
  ) throws(HeaderFault) -> Int64 {
    if let factor = column.factor(in: name) { return factor }
    let known = column.units.compactMap(\.names.first).joined(separator: ", ")
    throw HeaderFault(
      problem:
        "column \(name.displayed) states the unit \(name.remark ?? ""), expected one of \(known)")
  }
}

/// Why a header row stops its register.
struct HeaderFault: Error {
  var problem: String
}
