import Records

extension AssignmentDraft {
  /// Makes one event of each property. Nothing of an assignment is lost: a property without a number
  /// is a reject, and so is an assignment without properties or without a conveyance text.
  ///
  /// - Parameter end: where the record ends in the document's bytes.
  func finish(_ document: ParsedDocument, end: Int, into output: inout ReadOutput) {
    var source = document.source
    source.offset = start + document.offset
    source.record = reelFrame
    guard let conveyance = conveyance?.string else {
      output.reject(source, .badValue, "no conveyance text found, the kind of assignment expected")
      return
    }
    guard !properties.isEmpty else {
      output.reject(source, .noNumber, "no patent property found, at least one expected")
      return
    }
    var event = LegalEvent(
      format: UsptoAssignment.id, source: source, country: "US", application: nil, publication: nil)
    event.identifier = reelFrame
    event.name = conveyance
    event.eventClass = isPurged ? nil : Conveyance.eventClass(of: conveyance)
    event.publishedOn = recordedOn
    event.effectiveOn = executedOn
    event.producedOn = producedOn
    event.details = details
    event.digest = document.digest(
      of: UnsafeBufferPointer(rebasing: document.bytes[start..<min(end, document.bytes.count)]))
    for property in properties {
      var unread: [String] = []
      event.application = property.application(&unread)
      event.publication = property.publication
      guard event.application != nil || event.publication != nil else {
        let numbers = property.numbers.compactMap { $0.number?.string }.joined(separator: ", ")
        output.reject(
          source, .noNumber,
          (numbers.isEmpty ? "no number" : "numbers \"\(numbers)\"")
            + " found in a patent property, those of an application, publication or grant expected")
        continue
      }
      if unread.isEmpty {
        output.records.append(.event(event))
      } else {
        var event = event
        event.details += unread.map { LegalEvent.Detail(label: "application-number", value: $0) }
        output.records.append(.event(event))
      }
    }
  }

  /// The place of the recording, `027379/0108`: the form in which later recordings cite it.
  private var reelFrame: String? {
    guard let reel = reel?.string, let frame = frame?.string else { return nil }
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return padded(reel, 6) + "/" + padded(frame, 4)
  }

  /// The day of execution, where all assignors that give one give the same.
  private var executedOn: CalendarDay? {
    let days = assignors.compactMap { $0.executedOn }
    guard let first = days.first, days.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private var details: [LegalEvent.Detail] {
    var details: [LegalEvent.Detail] = []
    func add(_ label: String, _ value: String?) {
      if let value { details.append(LegalEvent.Detail(label: label, value: value)) }
    }
    add("reel/frame", reelFrame)
    if isPurged { add("purge-indicator", "Y") }
    for assignor in assignors {
      add("assignor", assignor.name?.string)
      add("execution-date", assignor.executedOn?.isoText)
    }
    for assignee in assignees {
      add("assignee", assignee.name?.string)
      let address = assignee.address.map { $0.string }.joined(separator: ", ")
      add("assignee-address", address.isEmpty ? nil : address)
    }
    return details
  }
}

extension AssignmentDraft.Property {
  /// The application, which has the kind `X0`; numbers of that kind that are none go to `unread`.
  func application(_ unread: inout [String]) -> FiledNumber? {
    var application: FiledNumber?
    for draft in numbers where draft.kind == "X0" {
      guard let number = draft.number?.string else { continue }
      do throws(ApplicationNumberFault) {
        let filed = try FiledNumber(country: draft.country?.string ?? "US", parsing: number)
        application = application ?? filed
      } catch {
        unread.append(number)
      }
    }
    return application
  }

  /// The grant, without one the published application.
  var publication: PublishedDocument? {
    var published: PublishedDocument?
    for number in numbers where number.kind != "X0" {
      var draft = number
      draft.country = draft.country ?? "US"
      guard let document = draft.publishedDocument else { continue }
      if !draft.isPublishedApplication { return document }
      published = published ?? document
    }
    return published
  }
}

extension NumberDraft {
  /// Whether the kind is that of an application published before its grant: A, and P1, P4, P9 of
  /// plants.
  fileprivate var isPublishedApplication: Bool {
    guard let kind else { return false }
    return kind.bytes.first == 0x41 || kind == "P1" || kind == "P4" || kind == "P9"
  }
}
