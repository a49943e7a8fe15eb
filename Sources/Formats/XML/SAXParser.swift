import CLibXML2

/// One reused libxml2 context with its handler; a worker has one of its own.
final class SAXParser {
  private static let isInitialised: Bool = {
    xmlInitParser()
    return true
  }()

  // NOENT, DTDLOAD, DTDATTR and RECOVER never: nothing is loaded or expanded. HUGE lifts limits on
  // depth and text size and with them libxml2's own guard against entity bombs; the handler refuses
  // every entity declaration instead. The encoding was settled before, so declarations are ignored.
  private static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue)

  private let context: xmlParserCtxtPtr
  let state: UnsafeMutablePointer<SAXState>

  init?(map: FieldMap, remainder: [String]) {
    guard SAXParser.isInitialised, let context = xmlNewParserCtxt() else { return nil }
    self.context = context
    state = .allocate(capacity: 1)
    state.initialize(to: SAXState(context: context, map: map, remainder: remainder))
    context.pointee.sax.pointee = SAXCallbacks.handler()
    context.pointee.userData = UnsafeMutableRawPointer(state)
  }

  deinit {
    xmlFreeParserCtxt(context)
    state.pointee.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Parses the document at `start`; zero bytes must follow `count`.
  func parse(_ start: UnsafePointer<UInt8>, count: Int, stopsAtRemainder: Bool) {
    state.pointee.begin(at: start, stopsAtRemainder: stopsAtRemainder)
    _ = start.withMemoryRebound(to: CChar.self, capacity: count) {
      ipatlas_xml_parse(context, $0, Int32(clamping: count), SAXParser.options)
    }
  }
}
