import Records

/// The details of an event as the database keeps them: `label US value RS label US value …`.
///
/// Control characters cannot occur in XML text, so the separators need no escapes, and reading a
/// million events back costs no JSON parser. Empty text = no details.
package enum EventDetails {
  private static let unit: UInt8 = 0x1F
  private static let record: UInt8 = 0x1E

  package static func encode(_ details: [LegalEvent.Detail], to bytes: inout [UInt8]) {
    for (index, detail) in details.enumerated() {
      if index > 0 { bytes.append(record) }
      bytes.append(contentsOf: detail.label.utf8)
      bytes.append(unit)
      bytes.append(contentsOf: detail.value.utf8)
    }
  }

  package static func decode(_ text: String) -> [LegalEvent.Detail] {
    guard !text.isEmpty else { return [] }
    return text.utf8.split(separator: record).map { pair in
      let label = pair.prefix { $0 != unit }
      return LegalEvent.Detail(
        label: String(decoding: label, as: UTF8.self),
        value: String(decoding: pair.dropFirst(label.count + 1), as: UTF8.self))
    }
  }
}
