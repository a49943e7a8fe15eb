import Records

/// Recorded assignments as the USPTO's assignment search answers: a Solr `response` whose fields are
/// told apart by their attribute `name` alone.
///
/// A property's numbers stand in parallel lists (`applNum`, `patNum`, `publNum`); a list of another
/// length than the applications is not joined to them. `NULL` and `0001-01-01T00:00:00Z` mean "none".
/// Times are midnight in Washington, so their date in UTC is the day.
enum UsptoAssignmentSolr: DocumentFormat {
  static let id = UsptoAssignment.id
  static let roots: [StaticString] = ["response"]
  static let needed: [StaticString] = ["lst", "result"]
  static let recordElement: StaticString? = "doc"
  static let description = UsptoAssignment.description

  enum Field: UInt16 {
    case record = 1
    case recordEnd
    case list
    case name
    case value
  }

  static let paths: [FieldMap.Path] = {
    let record = "response/result/doc"
    return [
      .range(record, begin: Field.record, end: Field.recordEnd),
      .attribute("\(record)/str/@name", Field.name),
      .text("\(record)/str", Field.value),
      .attribute("\(record)/date/@name", Field.name),
      .text("\(record)/date", Field.value),
      .begin("\(record)/arr", Field.list),
      .attribute("\(record)/arr/@name", Field.name),
      .text("\(record)/arr/str", Field.value),
      .text("\(record)/arr/date", Field.value),
    ]
  }()

  /// Other Solr answers have the same root.
  static func recognises(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let bytes = head.baseAddress else { return false }
    return ByteSearch.first("\"conveyanceText\"", in: bytes, count: head.count, from: 0) != nil
  }

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    var answer = AssignmentAnswer()
    var name: String?
    var hasRecords = false
    let captured = document.captured
    for index in 0..<captured.count {
      let item = captured.items[index]
      guard let field = Field(rawValue: item.field) else { continue }
      switch field {
      case .record:
        hasRecords = true
        answer = AssignmentAnswer(start: Int(item.start))
      case .recordEnd: answer.draft().finish(document, end: Int(item.start), into: &output)
      case .list: name = nil
      case .name: name = document.text(item)
      case .value: if let name { answer.take(name, document.fieldText(item)) }
      }
    }
    if !hasRecords {
      output.reject(document.source, .empty, "no assignment (doc) found, at least one expected")
    }
  }
}
