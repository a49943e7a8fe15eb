/// What a reader of documents takes, for those that test each one: the soak and the fuzzer.
package struct FormatOutline: Hashable, Sendable {
  /// The reader's name, `OpsFamily`; several readers may share one format's id.
  package var name: String
  package var id: String
  /// The local names of root elements.
  package var roots: [String]
  /// The local name of the element that is a record of its own, where a document holds many; some
  /// documents of the format may have another.
  package var recordElement: String?
  /// The names of the elements and attributes that fields are taken from, in alphabetical order.
  package var names: [String]
}

extension Formats {
  /// One for each reader, in the order of detection.
  package static let outlines: [FormatOutline] = all.map { format in
    let steps = format.paths.flatMap { $0.path.split(separator: "/") }
    let names = Set(
      steps.flatMap { $0.split(separator: "@").map { String($0) } }
        + format.nestedRoots.map { "\($0)" })
    return FormatOutline(
      name: "\(format)", id: format.id, roots: format.roots.map { "\($0)" },
      recordElement: format.recordElement.map { "\($0)" }, names: names.sorted())
  }

  /// The reader of the document that begins at a place, with the document's own record element; nil if
  /// none reads it.
  package static func outline(of bytes: [UInt8], at place: Int) -> FormatOutline? {
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let prolog = DocumentProlog(start, count: buffer.count, from: place)
      guard let root = prolog.root, let number = prolog.format(start, buffer.count) else {
        return nil
      }
      var outline = outlines[number]
      let document = UnsafeBufferPointer(rebasing: buffer[root...])
      outline.recordElement = all[number].recordElement(of: document).map { "\($0)" }
      return outline
    }
  }
}
