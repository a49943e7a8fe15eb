import CLibXML2

/// The handler's functions. They are plain C functions; the user data is a ``SAXState``.
enum SAXCallbacks {
  static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { user, name, _, _, _, _, count, _, attributes in
      guard let user, let name else { return }
      SAXCallbacks.start(
        user.assumingMemoryBound(to: SAXState.self), name, Int(count), attributes)
    }
    handler.endElementNs = { user, _, _, _ in
      guard let user else { return }
      SAXCallbacks.end(user.assumingMemoryBound(to: SAXState.self))
    }
    handler.characters = { user, bytes, count in
      guard let user, let bytes else { return }
      let state = user.assumingMemoryBound(to: SAXState.self)
      if state.pointee.capturing > 0 { state.pointee.captured.append(bytes, Int(count)) }
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { user, bytes, count in
      guard let user, let bytes else { return }
      let state = user.assumingMemoryBound(to: SAXState.self)
      let section = UnsafeBufferPointer(start: bytes, count: Int(count))
      if MarkupScan.swallowsDeclaration(section, opener: MarkupScan.cdataOpener) {
        SAXCallbacks.halt(state, .swallowedDeclaration, at: state.pointee.position)
      } else if state.pointee.capturing > 0 {
        state.pointee.captured.append(bytes, Int(count))
      }
    }
    handler.comment = { user, text in
      guard let user, let text else { return }
      let state = user.assumingMemoryBound(to: SAXState.self)
      let section = UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
      if MarkupScan.swallowsDeclaration(section, opener: MarkupScan.commentOpener) {
        SAXCallbacks.halt(state, .swallowedDeclaration, at: state.pointee.position)
      }
    }
    handler.internalSubset = { user, _, _, _ in
      user?.assumingMemoryBound(to: SAXState.self).pointee.hasDoctype = true
    }
    handler.entityDecl = { user, _, _, _, _, _ in
      guard let state = user?.assumingMemoryBound(to: SAXState.self) else { return }
      SAXCallbacks.halt(state, .entityDeclaration, at: state.pointee.position)
    }
    handler.getEntity = { user, name in
      guard let user, let name else { return nil }
      return SAXCallbacks.entity(user.assumingMemoryBound(to: SAXState.self), name)
    }
    handler.reference = { user, name in
      guard let user, let name else { return }
      SAXCallbacks.reference(user.assumingMemoryBound(to: SAXState.self), name)
    }
    handler.serror = { user, error in
      guard let user, let error else { return }
      SAXCallbacks.failed(user.assumingMemoryBound(to: SAXState.self), error)
    }
    return handler
  }

  /// Ends the parse. The state is written before libxml2 is called, which may call back.
  static func halt(_ state: UnsafeMutablePointer<SAXState>, _ stop: SAXState.Stop, at position: Int)
  {
    guard state.pointee.stop == .none else { return }
    state.pointee.stop = stop
    state.pointee.stopPosition = position
    let context = state.pointee.context
    xmlStopParser(context)
  }

  private static func start(
    _ state: UnsafeMutablePointer<SAXState>, _ name: UnsafePointer<xmlChar>, _ attributeCount: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    if state.pointee.skipDepth > 0 {
      state.pointee.skipDepth += 1
      if state.pointee.skipDepth > MarkupScan.maximumDepth {
        state.pointee.fault = "elements are nested deeper than \(MarkupScan.maximumDepth)"
        halt(state, .fatal, at: tagStart(state))
      }
      return
    }
    let depth = state.pointee.depth
    let node = Int(state.pointee.nodeStack[depth])
    let number = state.pointee.number(name)
    let next =
      number == 0 ? 0 : Int(state.pointee.transitions[node * state.pointee.nameCount + number])
    if depth == 1, state.pointee.stopsAtRemainder,
      next == 0 || state.pointee.remainderNodes[next]
    {
      halt(state, .remainder, at: tagStart(state))
      return
    }
    if depth == 0 {
      state.pointee.root = next
      if next == 0 {
        state.pointee.unknownName = String(cString: name)
        halt(state, .unknownRoot, at: tagStart(state))
        return
      }
    }
    if next == 0 || depth >= SAXState.maximumDepth {
      state.pointee.skipDepth = 1
      return
    }
    state.pointee.depth = depth + 1
    state.pointee.nodeStack[depth + 1] = UInt16(next)
    let target = state.pointee.nodes[next]
    if target.begin != 0 {
      state.pointee.captured.append(field: target.begin, start: tagStart(state), length: 0)
    }
    if target.keepsAttributes, attributeCount > 0, let attributes {
      keepAttributes(state, next, attributeCount, attributes)
    }
    if target.text != 0 {
      state.pointee.textStarts[depth + 1] = state.pointee.captured.arenaCount
      state.pointee.capturing += 1
    }
  }

  private static func keepAttributes(
    _ state: UnsafeMutablePointer<SAXState>, _ node: Int, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  ) {
    // Five pointers each: local name, prefix, URI, the value's begin, its end.
    for index in 0..<count {
      guard let name = attributes[index * 5], let from = attributes[index * 5 + 3],
        let to = attributes[index * 5 + 4]
      else { continue }
      let number = state.pointee.number(name)
      if number == 0 { continue }
      let field = state.pointee.attributeFields[node * state.pointee.nameCount + number]
      if field == 0 { continue }
      let start = state.pointee.captured.arenaCount
      let value = UnsafeBufferPointer(start: from, count: to - from)
      if value.contains(0x26) {
        for byte in EntityNames.resolved(value) {
          withUnsafePointer(to: byte) { state.pointee.captured.append($0, 1) }
        }
      } else {
        state.pointee.captured.append(from, to - from)
      }
      state.pointee.captured.append(
        field: field, start: start, length: state.pointee.captured.arenaCount - start)
    }
  }

  private static func end(_ state: UnsafeMutablePointer<SAXState>) {
    if state.pointee.skipDepth > 0 {
      state.pointee.skipDepth -= 1
      return
    }
    let depth = state.pointee.depth
    guard depth > 0 else { return }
    let node = state.pointee.nodes[Int(state.pointee.nodeStack[depth])]
    if node.text != 0 {
      let start = state.pointee.textStarts[depth]
      state.pointee.captured.append(
        field: node.text, start: start, length: state.pointee.captured.arenaCount - start)
      state.pointee.capturing -= 1
    }
    if node.end != 0 {
      state.pointee.captured.append(field: node.end, start: tagEnd(state), length: 0)
    }
    state.pointee.depth = depth - 1
    if depth == 1 { halt(state, .rootEnd, at: tagEnd(state)) }
  }

  /// The `<` of the start tag whose attributes were just read; no value may hold another one.
  private static func tagStart(_ state: UnsafeMutablePointer<SAXState>) -> Int {
    var position = state.pointee.position
    while position > 0, state.pointee.start[position] != 0x3C { position -= 1 }
    return position
  }

  /// Behind the `>` of the tag that ends an element. libxml2 has passed it after an end tag, and
  /// after an empty element's as well.
  private static func tagEnd(_ state: UnsafeMutablePointer<SAXState>) -> Int {
    var position = state.pointee.position
    if position > 0, state.pointee.start[position - 1] == 0x3E { return position }
    while state.pointee.start[position] != 0, state.pointee.start[position] != 0x3E {
      position += 1
    }
    return position + 1
  }

  /// The entity a name stands for, by ``EntityTable``; nil for an unknown name, which is an error.
  ///
  /// In text libxml2 hands the characters of a predefined entity over; in an attribute it would keep
  /// their first byte alone, so there the entity is a general one, whose reference stays in the value
  /// for ``keepAttributes`` to resolve.
  private static func entity(
    _ state: UnsafeMutablePointer<SAXState>, _ name: UnsafePointer<xmlChar>
  ) -> xmlEntityPtr? {
    guard let text = EntityTable.text(String(cString: name)) else { return nil }
    let isInAttribute = state.pointee.context.pointee.instate == XML_PARSER_ATTRIBUTE_VALUE
    state.pointee.entity.set(name: name, text: text, isPredefined: !isInAttribute)
    return state.pointee.entity.pointer
  }

  private static func reference(
    _ state: UnsafeMutablePointer<SAXState>, _ name: UnsafePointer<xmlChar>
  ) {
    if name[0] == 0x23 { return }
    state.pointee.unknownName = String(cString: name)
    SAXCallbacks.halt(state, .undefinedEntity, at: state.pointee.position)
  }

  private static func failed(
    _ state: UnsafeMutablePointer<SAXState>, _ error: UnsafePointer<xmlError>
  ) {
    guard error.pointee.level == XML_ERR_FATAL, state.pointee.stop == .none else { return }
    state.pointee.faultCode = error.pointee.code
    if let message = error.pointee.message {
      state.pointee.fault = String(cString: message)
    }
    if error.pointee.code == XML_ERR_UNDECLARED_ENTITY.rawValue, let name = error.pointee.str1 {
      state.pointee.unknownName = String(cString: name)
    }
    SAXCallbacks.halt(state, .fatal, at: state.pointee.position)
  }
}
