import CLibXML2
import Records

/// What takes the elements of one part of a workbook as they are read.
protocol WorkbookPartReader: AnyObject {
  func start(_ element: WorkbookElement)
  /// Text comes in pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func end(_ name: String)
  /// Whether the rest of the part is not needed.
  var isDone: Bool { get }
}

extension WorkbookPartReader {
  var isDone: Bool { false }
}

/// A start tag; valid only during the call that gives it.
struct WorkbookElement {
  /// The name without its prefix.
  let name: String
  private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let count: Int

  fileprivate init(
    _ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) {
    self.name = name
    self.attributes = attributes
    self.count = count
  }

  /// The value of an attribute by its name without prefix.
  subscript(_ wanted: StaticString) -> String? {
    guard let attributes else { return nil }
    for index in 0..<count {
      // Five pointers each: local name, prefix, URI, the value's begin, its end.
      guard let name = attributes[index * 5], let from = attributes[index * 5 + 3],
        let to = attributes[index * 5 + 4],
        xmlStrcmp(name, wanted.utf8Start) == 0
      else { continue }
      let text = String(decoding: UnsafeBufferPointer(start: from, count: to - from), as: UTF8.self)
      // libxml2 leaves the ampersand of `&amp;` as a reference where entities are not expanded.
      return WorkbookElement.withoutReferences(text)
    }
    return nil
  }

  private static func withoutReferences(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[...ampersand]
      rest = rest[rest.index(after: ampersand)...]
      if rest.hasPrefix("#38;") { rest = rest.dropFirst(4) }
    }
    return result + rest
  }
}

/// Reads one part of a workbook, an XML document without a document type.
///
/// Source: ECMA-376-2 (Open Packaging Conventions), 8.1.4: a part must not hold a DTD.
final class WorkbookPart {
  private static let isInitialised: Bool = {
    xmlInitParser()
    return true
  }()

  // HUGE lifts the limit on a text's length; no entity can be declared, so nothing can expand. The
  // encoding is settled before.
  private static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue)
  private static let maximumDepth = 64

  private let reader: any WorkbookPartReader
  private let context: xmlParserCtxtPtr
  private var depth = 0
  private var fault: String?

  /// - Parameters:
  ///   - block: the part, with zero bytes behind it.
  ///   - name: what faults call the part.
  static func read(
    _ block: ByteBlock, name: String, with reader: any WorkbookPartReader
  ) throws(ContainerFault) {
    guard isInitialised, let context = xmlNewParserCtxt() else {
      throw ContainerFault(code: .badContainer, reason: "the XML parser could not be started")
    }
    defer { xmlFreeParserCtxt(context) }
    let part = WorkbookPart(reader, context)
    context.pointee.sax.pointee = handler()
    context.pointee.userData = Unmanaged.passUnretained(part).toOpaque()
    withExtendedLifetime(part) {
      block.bytes.withMemoryRebound(to: CChar.self, capacity: block.count) {
        _ = ipatlas_xml_parse(context, $0, Int32(clamping: block.count), options)
      }
    }
    if let fault = part.fault {
      throw ContainerFault(
        code: .badContainer, reason: "part \(name) of the workbook is damaged: \(fault)")
    }
  }

  private init(_ reader: any WorkbookPartReader, _ context: xmlParserCtxtPtr) {
    self.reader = reader
    self.context = context
  }

  private func fail(_ problem: String) {
    guard fault == nil else { return }
    fault = problem
    xmlStopParser(context)
  }

  private static func part(_ user: UnsafeMutableRawPointer?) -> WorkbookPart? {
    user.map { Unmanaged<WorkbookPart>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { user, name, _, _, _, _, count, _, attributes in
      guard let part = WorkbookPart.part(user), let name, part.fault == nil else { return }
      part.depth += 1
      guard part.depth <= WorkbookPart.maximumDepth else {
        part.fail("elements are nested deeper than \(WorkbookPart.maximumDepth)")
        return
      }
      part.reader.start(WorkbookElement(String(cString: name), attributes, Int(count)))
    }
    handler.endElementNs = { user, name, _, _ in
      guard let part = WorkbookPart.part(user), let name, part.fault == nil else { return }
      part.depth -= 1
      part.reader.end(String(cString: name))
      if part.reader.isDone { xmlStopParser(part.context) }
    }
    handler.characters = { user, bytes, count in
      guard let part = WorkbookPart.part(user), part.fault == nil else { return }
      part.reader.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.internalSubset = { user, _, _, _ in
      WorkbookPart.part(user)?.fail("it has a document type, which workbooks must not have")
    }
    handler.reference = { user, name in
      let name = name.map { String(cString: $0) } ?? ""
      WorkbookPart.part(user)?.fail("the entity &\(name); is not defined")
    }
    handler.serror = { user, error in
      guard let error, error.pointee.level == XML_ERR_FATAL else { return }
      let text = error.pointee.message.map { String(cString: $0) } ?? "not well-formed"
      WorkbookPart.part(user)?.fail(
        "line \(error.pointee.line): " + text.filter { $0 != "\n" && $0 != "\r" && $0 != "\r\n" })
    }
    return handler
  }
}
