import Records

/// What a file's or member's first bytes show it to be.
enum ContentKind {
  case empty
  case ignored(String)
  case table(RecognisedTable)
  case documents

  /// XML whose root a format reads goes first whatever the name; then what is known to hold no
  /// records; then tables. Everything else goes to the document reader, which rejects it.
  init(_ head: UnsafeBufferPointer<UInt8>, source: Source, tables: (any TableFormat)?) {
    guard let bytes = head.baseAddress else {
      self = .empty
      return
    }
    let prolog = DocumentProlog(bytes, count: head.count)
    if prolog.start >= head.count {
      self = .empty
      return
    }
    if prolog.format(bytes, head.count) != nil {
      self = .documents
      return
    }
    let name = MemberName.withoutGzip(source.member ?? source.file)
    if let kind = IgnoredContent.kind(head: head, name: name) {
      self = .ignored(kind)
      return
    }
    if !prolog.isMarkup,
      let table = tables?.table(
        fileName: name,
        header: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: head.prefix(65_536))))
    {
      self = .table(table)
      return
    }
    self = .documents
  }
}
