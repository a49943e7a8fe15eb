import Records

/// Which register a header row belongs to.
enum RegisterHeader {
  /// The register of a table, or nil if its header fits none or several.
  ///
  /// A file whose name begins with a register's (`pledges`, 质押登记, in any case) is one if it
  /// is certainly a table or its header has a column of that register; so a damaged header is
  /// reported as such. Any other file is one if its header has the recognising columns of exactly
  /// one register.
  ///
  /// - Parameters:
  ///   - fileName: a name or a path.
  ///   - isTable: whether the content can be nothing but a table.
  static func kind(fileName: String, header: [String], isTable: Bool) -> RegisterKind? {
    let name = fileName.split { $0 == "/" || $0 == "!" || $0 == "\\" }.last?.lowercased() ?? ""
    let names = header.map { HeaderName($0) }
    let named = RegisterKind.registers.first {
      name.hasPrefix($0.kind.rawValue) || name.hasPrefix($0.chineseName)
    }
    if let named {
      return isTable || named.columns.contains { has($0, names) } ? named.kind : nil
    }
    let fitting = fitting(names)
    return fitting.count == 1 ? fitting[0].kind : nil
  }

  /// The cells of a text's first row that is not blank; none if the row is damaged.
  ///
  /// - Parameter head: the text's beginning, at least its first line.
  static func cells(head: UnsafeRawBufferPointer) -> [String] {
    var table = CSVTable(head, decoder: CellDecoder(TextEncoding(ofHead: head)))
    if case .cells(let cells)? = table.next()?.row { return cells }
    return []
  }

  /// Why a header belongs to no register: the nearest one and what it lacks, in one line.
  static func mismatch(_ header: [String]) -> Mismatch {
    let names = header.map { HeaderName($0) }
    let fitting = fitting(names)
    if fitting.count > 1 {
      let titles = fitting.map { title($0) }.joined(separator: " and ")
      return Mismatch(
        nearest: fitting[0].kind, matches: fitting[0].recognisingColumns.count,
        reason: "the columns fit \(titles); begin the file's name with the register's, "
          + "\(fitting[0].kind.rawValue) or \(fitting[0].chineseName)")
    }
    let found = names.map(\.displayed).filter { !$0.isEmpty }.joined(separator: ", ")
    var best: (any Register.Type)?
    var matches = 0
    for register in RegisterKind.registers {
      let count = register.columns.count { has($0, names) }
      let isNearer =
        count > matches
        || count == matches && count > 0
          && missing(register, names).count < (best.map { missing($0, names).count } ?? 0)
      if isNearer {
        best = register
        matches = count
      }
    }
    guard let best else {
      let all = RegisterKind.allCases.map { $0.rawValue }.joined(separator: ", ")
      return Mismatch(
        nearest: nil, matches: 0,
        reason: "no register has any of the columns found: \(found); "
          + "expected in the first row those of one of \(all)")
    }
    let lacking = missing(best, names).map { "\($0.chinese) (\($0.english))" }
      .joined(separator: ", ")
    return Mismatch(
      nearest: best.kind, matches: matches,
      reason: "the columns fit no register; nearest is \(title(best)), "
        + "whose column \(lacking) is missing; columns found: \(found)")
  }

  struct Mismatch: Hashable {
    /// The register that shares most columns, nil if none shares any.
    var nearest: RegisterKind?
    /// How many of its columns the header has.
    var matches: Int
    var reason: String
  }

  private static func fitting(_ names: [HeaderName]) -> [any Register.Type] {
    RegisterKind.registers.filter { register in
      register.recognisingColumns.allSatisfy { has($0, names) }
    }
  }

  private static func missing(
    _ register: any Register.Type, _ names: [HeaderName]
  ) -> [RegisterColumn] {
    register.recognisingColumns.filter { !has($0, names) }
  }

  private static func has(_ column: RegisterColumn, _ names: [HeaderName]) -> Bool {
    names.contains { column.isNamed(by: $0) }
  }

  private static func title(_ register: any Register.Type) -> String {
    "\(register.chineseName) (\(register.kind.rawValue))"
  }
}
