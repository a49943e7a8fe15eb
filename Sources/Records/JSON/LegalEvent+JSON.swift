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
    let details = details.filter { !["", "0", "00000000"].contains($0.value) }
    json.object { json in
      for (index, detail) in details.enumerated()
      where !details[..<index].contains(where: { $0.label == detail.label }) {
        json.key(text: detail.label)
        let values = details[index...].filter { $0.label == detail.label }
        if values.count == 1 {
          json.string(detail.value)
        } else {
          json.array { json in
            for value in values { json.string(value.value) }
          }
        }
      }
    }
  }
}
