extension Trademark {
  /// Writes the mark as one JSON object, the form `ipatlas convert` gives.
  package func write(to json: inout JSONBuffer) {
    json.object { json in
      json.member("type", "trademark")
      json.member("format", format)
      source.write(to: &json)
      json.member("part", part?.rawValue)
      json.member("office", office)
      json.member("application_no", applicationNumber)
      json.member("registration_no", registrationNumber)
      json.member("international_no", internationalNumber)
      json.member("filing_date", filingDate?.isoText)
      json.member("registration_date", registrationDate?.isoText)
      json.member("expiry_date", expiryDate?.isoText)
      json.member("delivery", delivery?.rawValue)
      json.member("produced_on", producedOn?.isoText)
      writeContent(to: &json)
    }
  }

  /// Writes the members beside numbers and dates.
  package func writeContent(to json: inout JSONBuffer) {
    json.member("status", status)
    json.member("status_date", statusDate?.isoText)
    json.member("in_force", isInForce)
    json.member("name", name)
    json.member("kind", kind?.rawValue)
    json.member("feature", feature?.rawValue)
    json.list("classes", classes) { json, item in
      json.member("nice", item.nice)
      json.member("edition", item.edition)
      json.strings("goods", item.goods, evenIfEmpty: true)
      json.strings("groups", item.groups, evenIfEmpty: true)
      json.member("status", item.status)
    }
    if !otherGoods.isEmpty {
      json.list("other_goods", otherGoods) { json, item in
        json.member("class", item.symbol)
        json.strings("goods", item.goods, evenIfEmpty: true)
      }
    }
    json.list("holders", holders) { json, holder in holder.write(to: &json) }
    if !formerHolders.isEmpty {
      json.list("former_holders", formerHolders) { json, holder in holder.write(to: &json) }
    }
    json.strings("holder_ids", holderIdentifiers)
    json.strings("representatives", representatives)
    if !priorities.isEmpty {
      json.list("priorities", priorities) { json, priority in
        json.member("country", priority.country)
        json.member("number", priority.number)
        json.member("date", priority.date?.isoText)
      }
    }
    json.member("geographical_indication", isGeographicalIndication)
    json.member("well_known", isWellKnown)
    json.strings("designations", designations)
    json.member("origin_office", originOffice)
    json.strings("basic_numbers", basicNumbers)
    json.list("events", events) { json, event in
      json.member("code", event.code)
      json.member("name", event.name)
      json.member("date", event.date?.isoText)
      json.member("issue", event.issue)
      json.member("published_on", event.publishedOn?.isoText)
      json.strings("offices", event.offices)
    }
    if !details.isEmpty {
      json.key("details")
      json.object { json in
        for detail in details {
          json.key(text: detail.label)
          json.string(detail.value)
        }
      }
    }
  }
}

extension Holder {
  fileprivate func write(to json: inout JSONBuffer) {
    json.member("name", name)
    json.member("latin_name", latinName)
    json.member("address", address)
    json.member("country", country)
    json.member("region", region?.text)
  }
}
