import Records

/// How exports are read.
package struct ReadOptions: Sendable {
  /// Whether whole documents are parsed, instead of scanning what no field is taken from.
  package var strict: Bool
  /// Whether records carry the SHA-256 of their bytes, which only decides between deliveries of one
  /// day and takes an eighth of the time.
  package var digests: Bool
  /// The number of threads that parse.
  package var workers: Int
  /// Recognises tables, which are no XML; nil where none are read.
  package var tables: (any TableFormat)?

  package init(
    strict: Bool = false, digests: Bool = true, workers: Int = 1,
    tables: (any TableFormat)? = nil
  ) {
    self.strict = strict
    self.digests = digests
    self.workers = max(1, workers)
    self.tables = tables
  }
}

/// A file to read.
package struct InputFile: Hashable, Sendable {
  /// Where the file is.
  package var path: String
  /// What records and rejects call it.
  package var name: String
  /// The volumes of a split archive in the order of their bytes; empty for a file that is whole.
  package var volumes: [String]

  package init(path: String, name: String, volumes: [String] = []) {
    self.path = path
    self.name = name
    self.volumes = volumes
  }
}
