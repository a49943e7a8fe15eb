import Records

/// The fields of one Solr document by their names, each a list; `NULL` is nil and keeps its place.
struct AssignmentAnswer {
  var start = 0
  private var fields: [String: [FieldText?]] = [:]

  init(start: Int = 0) { self.start = start }

  mutating func take(_ name: String, _ value: FieldText?) {
    fields[name, default: []].append(value == "NULL" ? nil : value)
  }

  func draft() -> AssignmentDraft {
    var draft = AssignmentDraft(start: start)
    draft.reel = first("reelNo")
    draft.frame = first("frameNo")
    draft.recordedOn = day(first("recordedDate"))
    draft.producedOn = day(first("transactionDate"))
    draft.isPurged = first("purgeIndicator") == "Y"
    draft.conveyance = first("conveyanceText")
    let assignors = fields["patAssignorName"] ?? []
    let executions = list("patAssignorExDate", as: assignors.count)
    for (index, name) in assignors.enumerated() {
      draft.assignors.append(.init(name: name, executedOn: day(executions[index])))
    }
    let assignees = fields["patAssigneeName"] ?? []
    let parts = ["Address1", "Address2", "City", "State", "CountryName", "Postcode"].map {
      list("patAssignee\($0)", as: assignees.count)
    }
    for (index, name) in assignees.enumerated() {
      draft.assignees.append(.init(name: name, address: parts.compactMap { $0[index] }))
    }
    let count = (fields["applNum"] ?? fields["patNum"] ?? fields["publNum"] ?? []).count
    // The grant goes before the published application.
    let kinds: [(name: String, kind: FieldText?)] = [
      ("applNum", "X0"), ("patNum", nil), ("publNum", nil),
    ]
    let numbers = kinds.map { (values: list($0.name, as: count), kind: $0.kind) }
    for index in 0..<count {
      var property = AssignmentDraft.Property()
      for number in numbers {
        guard let value = number.values[index] else { continue }
        var draft = NumberDraft()
        draft.number = value
        draft.kind = number.kind
        property.numbers.append(draft)
      }
      draft.properties.append(property)
    }
    return draft
  }

  private func first(_ name: String) -> FieldText? { fields[name]?.first ?? nil }

  /// The values of a list that has the given length; nothing but nil for one of another length.
  private func list(_ name: String, as count: Int) -> [FieldText?] {
    guard let values = fields[name], values.count == count else {
      return Array(repeating: nil, count: count)
    }
    return values
  }

  /// The day of `2006-09-14T04:00:00Z`.
  private func day(_ text: FieldText?) -> CalendarDay? {
    text.flatMap { PartialDate(String($0.string.prefix(10)))?.day }
  }
}
