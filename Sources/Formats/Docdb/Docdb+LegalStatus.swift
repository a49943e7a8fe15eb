extension Docdb {
  /// Legal events of a record, in the form of the EPO's worldwide legal event data (INPADOC).
  static func eventPaths(_ record: String) -> [FieldMap.Path] {
    let event = "\(record)/legal"
    var paths: [FieldMap.Path] = [
      .range(event, begin: InpadocField.event, end: InpadocField.eventEnd),
      .attribute("\(event)/@code", InpadocField.code),
      .attribute("\(event)/@desc", InpadocField.name),
      .attribute("\(event)/@infl", InpadocField.influence),
      .text("\(event)/L001EP", InpadocField.country),
      .text("\(event)/L002EP", InpadocField.numberKind),
      .text("\(event)/L003EP", InpadocField.number),
      .text("\(event)/L004EP", InpadocField.kind),
      .text("\(event)/L007EP", InpadocField.gazetteDay),
      .text("\(event)/L008EP", InpadocField.codeElement),
      .text("\(event)/L018EP", InpadocField.exchangedOn),
      .attribute("\(event)/L500EP/L502EP/@descData", InpadocField.referredName),
    ]
    for number in InpadocField.details {
      let detail = "\(event)/L500EP/L\(number)EP"
      let field = InpadocField.detail(number)
      paths.append(
        FieldMap.Path(
          path: "\(detail)/@desc", field: field + InpadocField.labelOffset, capture: .attribute))
      paths.append(FieldMap.Path(path: detail, field: field, capture: .text))
    }
    return paths
  }
}
