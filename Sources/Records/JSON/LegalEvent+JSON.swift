extension LegalEvent {
  /// Writes the event as one JSON object, the form `ipatlas convert` gives.
  package func write(to json: inout JSONBuffer) {
    json.object { json in
      json.member("type", "legal-event")
      json.member("format", format)
      source.write(to: &json)
      if country != "CN" { json.member("country", country) }
      json.member("application_no", application?.text)
      json.member("publication_no", publication?.number.canonical)
      json.member("kind", publication?.kind?.text)
      json.member("code", code)
      json.member("name", name)
      json.member("class", eventClass?.rawValue)
      json.member("published_on", publishedOn?.isoText)
      json.member("effective_on", effectiveOn?.isoText)
      json.member("produced_on", producedOn?.isoText)
      json.key("details")
      writeDetails(to: &json)
    }
  }

  /// Writes the details as an object; a label that repeats has an array of its values in order.
  /// Offices write 0 or 00000000 for an absent value; such a pair is left out.
  package func writeDetails(to json: inout JSONBuffer) {
    json.object { json in
      for index in details.indices where !details[index].isAbsent {
        let label = details[index].label
        func repeats(_ other: Detail) -> Bool { other.label == label && !other.isAbsent }
        if details[..<index].contains(where: repeats) { continue }
        json.key(text: label)
        guard details[(index + 1)...].contains(where: repeats) else {
          json.string(details[index].value)
          continue
        }
        json.array { json in
          for other in details[index...] where repeats(other) { json.string(other.value) }
        }
      }
    }
  }
}

extension LegalEvent.Detail {
  /// Whether the value is what offices write for none.
  fileprivate var isAbsent: Bool { value.isEmpty || value == "0" || value == "00000000" }
}
