import Records

/// One recorded assignment while its fields are read.
struct AssignmentDraft {
  struct Assignor {
    var name: FieldText?
    var executedOn: CalendarDay?
  }

  struct Assignee {
    var name: FieldText?
    var address: [FieldText] = []
  }

  /// A patent or application that the assignment concerns, with its numbers.
  struct Property {
    var numbers: [NumberDraft] = []
  }

  /// The record's first byte in the parsed document.
  var start = 0
  var reel: FieldText?
  var frame: FieldText?
  var recordedOn: CalendarDay?
  var producedOn: CalendarDay?
  var isPurged = false
  var conveyance: FieldText?
  var assignors: [Assignor] = []
  var assignees: [Assignee] = []
  var properties: [Property] = []

  mutating func take(
    _ field: UsptoAssignment.Field, _ item: CapturedFields.Item, _ document: ParsedDocument
  ) {
    switch field {
    case .reel: reel = document.fieldValue(item)
    case .frame: frame = document.fieldValue(item)
    case .recordedDate: recordedOn = document.date(item)?.day
    case .purge: isPurged = document.fieldText(item) == "Y"
    case .conveyance: conveyance = document.fieldText(item)
    case .assignor: assignors.append(Assignor())
    case .assignorName:
      let name = document.fieldText(item)
      assignors.changeLast { $0.name = name }
    case .executionDate:
      let day = document.date(item)?.day
      assignors.changeLast { $0.executedOn = day }
    case .assignee: assignees.append(Assignee())
    case .assigneeName:
      let name = document.fieldText(item)
      assignees.changeLast { $0.name = name }
    case .assigneeAddress:
      if let part = document.fieldText(item) { assignees.changeLast { $0.address.append(part) } }
    case .property: properties.append(Property())
    case .documentNumber: properties.changeLast { $0.numbers.append(NumberDraft()) }
    case .country:
      let value = document.fieldValue(item)
      properties.changeLast { $0.numbers.changeLast { $0.country = value } }
    case .number:
      let value = document.fieldValue(item)
      properties.changeLast { $0.numbers.changeLast { $0.number = value } }
    case .kind:
      let value = document.fieldValue(item)
      properties.changeLast { $0.numbers.changeLast { $0.kind = value } }
    default: break
    }
  }
}

extension Array {
  /// Changes the last element, if there is one.
  mutating func changeLast(_ change: (inout Element) -> Void) {
    if let last = indices.last { change(&self[last]) }
  }
}
