extension PatentPublication {
  /// Writes the publication as one JSON object, the form `ipatlas convert` gives.
  package func write(to json: inout JSONBuffer) {
    json.object { json in
      json.member("type", "patent")
      json.member("format", format)
      source.write(to: &json)
      json.member("country", country)
      json.member("publication_no", publicationNumber.canonical)
      json.member("kind", kind.text)
      json.member("publication_date", publicationDate?.isoText)
      json.member("application_no", application?.text)
      json.member("filing_date", filingDate?.isoText)
      json.member("right", right.rawValue)
      json.member("status", status?.rawValue)
      json.member("produced_on", producedOn?.isoText)
      writeContent(to: &json)
    }
  }

  /// Writes the members that the database keeps as text: what identifies the record stands in
  /// columns of its own.
  package func writeContent(to json: inout JSONBuffer) {
    json.texts("title", titles)
    json.texts("abstract", abstracts)
    json.strings("ipc", ipc.map { $0.text }, evenIfEmpty: true)
    json.strings("cpc", cpc, evenIfEmpty: true)
    json.strings("locarno", locarno, evenIfEmpty: true)
    json.parties("applicants", applicants)
    json.parties("assignees", assignees)
    json.strings("inventors", inventors, evenIfEmpty: true)
    json.list("agencies", agencies) { json, agency in
      json.member("name", agency.name)
      json.member("code", agency.code)
    }
    json.list("priorities", priorities) { json, priority in
      json.member("country", priority.country)
      json.member("number", priority.number)
      json.member("date", priority.date?.isoText)
    }
    if let international = internationalApplication {
      json.key("pct")
      json.object { json in
        json.member("application_no", international.applicationNumber)
        json.member("filing_date", international.filingDate?.isoText)
        json.member("publication_no", international.publicationNumber)
        json.member("national_entry", international.nationalEntry?.isoText)
      }
    }
    json.member("parent_application_no", parent?.text)
    json.list("citations", citations) { json, citation in
      json.member("country", citation.country)
      json.member("number", citation.number)
      json.member("kind", citation.kind)
    }
    if !relatedPublications.isEmpty {
      json.list("related_publications", relatedPublications) { json, document in
        json.member("country", document.country)
        json.member("number", document.number.canonical)
        json.member("kind", document.kind?.text)
      }
    }
    json.member("claim_count", claimCount)
    json.member("family_id", familyIdentifier)
    if !unread.isEmpty {
      json.list("unread", unread) { json, value in
        json.member("field", value.field)
        json.member("text", value.text)
      }
    }
    if familyMembers.isEmpty { return }
    json.list("family_members", familyMembers) { json, member in
      json.member("country", member.document.country)
      json.member("publication_no", member.document.number.canonical)
      json.member("kind", member.document.kind?.text)
      json.member("application_no", member.application?.text)
    }
  }
}

extension Source {
  /// Writes the member `source` of the current object.
  package func write(to json: inout JSONBuffer) {
    json.key("source")
    json.object { json in
      json.member("file", file)
      json.member("member", member)
      json.member("offset", offset)
      json.member("record", record)
    }
  }
}

extension JSONBuffer {
  fileprivate mutating func texts(_ key: StaticString, _ texts: [LanguageText]) {
    guard !texts.isEmpty else { return }
    self.key(key)
    object { json in
      for (index, text) in texts.enumerated()
      where !texts[..<index].contains(where: { $0.language == text.language }) {
        json.key(text: text.language)
        json.string(text.text)
      }
    }
  }

  /// Writes an array of texts; an empty one is left out, unless `evenIfEmpty`.
  package mutating func strings(
    _ key: StaticString, _ strings: [String], evenIfEmpty: Bool = false
  ) {
    guard evenIfEmpty || !strings.isEmpty else { return }
    self.key(key)
    array { json in
      for string in strings { json.string(string) }
    }
  }

  /// Writes an array of objects, an empty one too.
  package mutating func list<Element>(
    _ key: StaticString, _ elements: [Element], _ body: (inout JSONBuffer, Element) -> Void
  ) {
    self.key(key)
    array { json in
      for element in elements {
        json.object { body(&$0, element) }
      }
    }
  }

  fileprivate mutating func parties(_ key: StaticString, _ parties: [Party]) {
    list(key, parties) { json, party in
      json.member("sequence", party.sequence)
      json.member("name", party.name)
      json.member("country", party.country)
      json.member("postcode", party.postcode)
      json.member("address", party.address)
      json.member("region", party.region?.text)
      json.member("province", party.province)
      json.member("city", party.city)
      json.member("county", party.county)
    }
  }
}
