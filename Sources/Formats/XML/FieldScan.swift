/// Reads the needed part of a document byte by byte, as long as nothing about it is unusual.
///
/// It keeps the fields that the parser would keep, in the same form, at a multiple of the parser's
/// speed. It never rejects: where it is not certain that the parser would read the document the same
/// way, it gives up and the parser reads the document from its beginning, to take it or to reject it.
///
/// It checks all that makes libxml2 refuse a document: UTF-8 and forbidden characters, names, nesting,
/// quotes, white space between attributes, attributes given twice, references, `]]>` in text. Left to
/// the parser: a prolog that is not plain, comments, CDATA sections, instructions, names outside of
/// ASCII, unknown entities, references and line breaks in kept attributes, more than
/// 250 open elements, 64 attributes or names of 255 bytes. Not looked at, as in the parser:
/// what namespace a prefix means, and whether it means any.
///
/// The bytes must be followed by sixteen zero bytes, which are unusual wherever they are met.
final class FieldScan {
  enum Outcome {
    /// The needed part is read; the remainder begins at this place.
    case remainder(Int)
    /// The root's end tag ends at this place.
    case rootEnd(Int)
    /// The parser must read the document.
    case unusual
  }

  /// An open element.
  private struct Frame {
    var nameStart: Int
    var nameLength: Int
    /// The node in the map, 0 if the element is skipped.
    var node: Int
    var textStart: Int
  }

  private static let maximumDepth = 250
  private static let maximumAttributes = 64
  private static let maximumName = 255

  let state: UnsafeMutablePointer<SAXState>
  private let names: NameTable
  private let nodeCount: Int
  let classes = ByteClasses()
  private let frames: UnsafeMutablePointer<Frame>
  private let attributes: UnsafeMutablePointer<(start: Int, length: Int)>
  private var open = 0
  private var capturing = 0

  /// - Parameter state: where fields are kept, and the compiled map.
  init(state: UnsafeMutablePointer<SAXState>, map: FieldMap) {
    self.state = state
    names = NameTable(map.names)
    nodeCount = map.nodes.count
    frames = .allocate(capacity: FieldScan.maximumDepth)
    attributes = .allocate(capacity: FieldScan.maximumAttributes)
  }

  deinit {
    names.deallocate()
    classes.deallocate()
    frames.deallocate()
    attributes.deallocate()
  }

  /// Whether an attribute of this name is kept anywhere.
  ///
  /// The bytes must be followed by at least sixteen readable ones.
  func keepsAttribute(_ name: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let number = names.number(name, length)
    if number == 0 { return false }
    let width = state.pointee.nameCount
    return (0..<nodeCount).contains { state.pointee.attributeFields[$0 * width + number] != 0 }
  }

  /// Scans from the root's start tag to the root's end, or to the first of its children that belongs
  /// to the remainder.
  func run(_ bytes: UnsafePointer<UInt8>, root: Int, stopsAtRemainder: Bool) -> Outcome {
    state.pointee.captured.removeAll()
    open = 0
    capturing = 0
    var place = root
    while true {
      switch bytes[place + 1] {
      case 0x2F:  // </
        guard let next = endTag(bytes, place) else { return .unusual }
        if open == 0 { return .rootEnd(next) }
        place = next
      case 0x21, 0x3F:  // <! <?
        return .unusual
      default:
        guard let next = startTag(bytes, place, stopsAtRemainder) else { return .unusual }
        if next == place { return .remainder(place) }
        if open == 0 { return .rootEnd(next) }
        place = next
      }
      place = capturing > 0 ? capturedText(bytes, place) : passedText(bytes, place)
      if place < 0 { return .unusual }
    }
  }

  // MARK: Tags

  @inline(__always)
  private func endTag(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> Int? {
    guard open > 0 else { return nil }
    let frame = frames[open &- 1]
    let from = place &+ 2
    guard isEqual(bytes + from, bytes + frame.nameStart, frame.nameLength) else { return nil }
    var after = from &+ frame.nameLength
    if bytes[after] != 0x3E {
      while classes[bytes[after]] & ByteClasses.space != 0 { after &+= 1 }
      guard bytes[after] == 0x3E else { return nil }
    }
    open &-= 1
    close(frame.node, frame.textStart, end: after &+ 1)
    return after &+ 1
  }

  @inline(__always)
  private func close(_ number: Int, _ textStart: Int, end: Int) {
    guard number != 0 else { return }
    let node = state.pointee.nodes[number]
    if node.text != 0 {
      state.pointee.captured.append(
        field: node.text, start: textStart,
        length: state.pointee.captured.arenaCount &- textStart)
      capturing &-= 1
    }
    if node.end != 0 { state.pointee.captured.append(field: node.end, start: end, length: 0) }
  }

  /// The place behind a start tag; the tag's own place if it begins the remainder; nil if the parser
  /// must decide.
  @inline(__always)
  private func startTag(
    _ bytes: UnsafePointer<UInt8>, _ place: Int, _ stopsAtRemainder: Bool
  ) -> Int? {
    let from = place &+ 1
    var local = from
    var end = name(bytes, from, &local)
    guard end > 0, open < FieldScan.maximumDepth, end &- from <= FieldScan.maximumName else {
      return nil
    }
    let nameEnd = end
    let parent = open > 0 ? frames[open &- 1].node : 0
    var next = 0
    if parent != 0 || open == 0 {
      let number = names.number(bytes + local, end &- local)
      if number != 0 {
        next = Int(state.pointee.transitions[parent &* state.pointee.nameCount &+ number])
      }
      if open == 0, next == 0 { return nil }
    }
    let isRemainder =
      open == 1 && stopsAtRemainder && (next == 0 || state.pointee.remainderNodes[next])
    if isRemainder { next = 0 }
    let node = state.pointee.nodes[next]
    if next != 0, node.begin != 0 {
      state.pointee.captured.append(field: node.begin, start: place, length: 0)
    }
    var isEmpty = false
    if bytes[end] == 0x3E {
      end &+= 1
    } else {
      end = attributes(bytes, end, node.keepsAttributes ? next : 0, &isEmpty)
      guard end > 0 else { return nil }
    }
    if isRemainder { return place }
    if isEmpty {
      if next != 0, node.text != 0 { capturing &+= 1 }
      close(next, state.pointee.captured.arenaCount, end: end)
      return end
    }
    frames[open] = Frame(
      nameStart: from, nameLength: nameEnd &- from, node: next,
      textStart: state.pointee.captured.arenaCount)
    open &+= 1
    if next != 0, node.text != 0 { capturing &+= 1 }
    return end
  }

  /// The end of a name of ASCII characters, with one prefix at most; 0 if there is none.
  @inline(__always)
  private func name(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ local: inout Int) -> Int {
    guard classes[bytes[from]] & ByteClasses.nameStart != 0 else { return 0 }
    var end = from &+ 1
    while classes[bytes[end]] & ByteClasses.name != 0 { end &+= 1 }
    guard bytes[end] == 0x3A else { return end }
    end &+= 1
    local = end
    guard classes[bytes[end]] & ByteClasses.nameStart != 0 else { return 0 }
    while classes[bytes[end]] & ByteClasses.name != 0 { end &+= 1 }
    return bytes[end] == 0x3A ? 0 : end
  }

  /// Reads attributes and gives the place behind the tag, 0 if the parser must decide.
  ///
  /// - Parameter node: the node whose attributes are kept, 0 for none.
  private func attributes(
    _ bytes: UnsafePointer<UInt8>, _ from: Int, _ node: Int, _ isEmpty: inout Bool
  ) -> Int {
    var count = 0
    var place = from
    while true {
      let before = place
      while classes[bytes[place]] & ByteClasses.space != 0 { place &+= 1 }
      if bytes[place] == 0x3E { return place &+ 1 }
      if bytes[place] == 0x2F {
        isEmpty = true
        return bytes[place &+ 1] == 0x3E ? place &+ 2 : 0
      }
      let start = place
      var local = start
      place = name(bytes, start, &local)
      let length = place &- start
      guard place > 0, start > before, count < FieldScan.maximumAttributes,
        !isGivenTwice(bytes, start, length, count)
      else { return 0 }
      attributes[count] = (start, length)
      count &+= 1
      let nameEnd = place
      if bytes[place] != 0x3D {
        while classes[bytes[place]] & ByteClasses.space != 0 { place &+= 1 }
        guard bytes[place] == 0x3D else { return 0 }
      }
      place &+= 1
      while classes[bytes[place]] & ByteClasses.space != 0 { place &+= 1 }
      let quote = bytes[place]
      guard quote == 0x22 || quote == 0x27 else { return 0 }
      let value = place &+ 1
      var hasBreak = false
      place = valueEnd(bytes, value, quote, &hasBreak)
      guard place > 0 else { return 0 }
      if local > start {
        let prefix = local &- start &- 1
        // Declarations of namespaces are no attributes; xml:id has rules of its own.
        if prefix == 5, isEqual(bytes + start, "xmlns") {
          place &+= 1
          continue
        }
        if prefix == 3, isEqual(bytes + start, "xml") { return 0 }
      } else if length == 5, isEqual(bytes + start, "xmlns") {
        place &+= 1
        continue
      }
      if node != 0 {
        let number = names.number(bytes + local, nameEnd &- local)
        if number != 0 {
          let field = state.pointee.attributeFields[node &* state.pointee.nameCount &+ number]
          if field != 0 {
            if hasBreak { return 0 }
            let start = state.pointee.captured.arenaCount
            state.pointee.captured.append(bytes + value, place &- value)
            state.pointee.captured.append(field: field, start: start, length: place &- value)
          }
        }
      }
      place &+= 1
    }
  }

  /// The place of the closing quote, 0 if the value holds what the parser must decide on.
  @inline(__always)
  private func valueEnd(
    _ bytes: UnsafePointer<UInt8>, _ from: Int, _ quote: UInt8, _ hasBreak: inout Bool
  ) -> Int {
    var place = from
    while true {
      while classes[bytes[place]] & ByteClasses.plainValue != 0 { place &+= 1 }
      let byte = bytes[place]
      if byte == quote { return place }
      if byte >= 0x80 {
        let length = CharacterCheck.length(bytes + place, 4)
        if length == 0 { return 0 }
        place &+= length
      } else if byte == 0x22 || byte == 0x27 {
        place &+= 1
      } else if classes[byte] & ByteClasses.space != 0 {
        hasBreak = true
        place &+= 1
      } else {
        return 0
      }
    }
  }

  private func isGivenTwice(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ length: Int, _ count: Int
  ) -> Bool {
    for index in 0..<count
    where attributes[index].length == length
      && isEqual(bytes + attributes[index].start, bytes + start, length)
    { return true }
    return false
  }

  // MARK: Bytes

  @inline(__always)
  private func isEqual(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ length: Int
  ) -> Bool {
    var index = 0
    while index &+ 8 <= length {
      let a = UnsafeRawPointer(left + index).loadUnaligned(as: UInt64.self)
      let b = UnsafeRawPointer(right + index).loadUnaligned(as: UInt64.self)
      if a != b { return false }
      index &+= 8
    }
    if index == length { return true }
    // Behind the end there are always more bytes, the padding at the least.
    let a = UnsafeRawPointer(left + index).loadUnaligned(as: UInt64.self)
    let b = UnsafeRawPointer(right + index).loadUnaligned(as: UInt64.self)
    return (a ^ b) << UInt64(truncatingIfNeeded: 64 &- (length &- index) &* 8) == 0
  }

  @inline(__always)
  private func isEqual(_ bytes: UnsafePointer<UInt8>, _ text: StaticString) -> Bool {
    for index in 0..<text.utf8CodeUnitCount where bytes[index] != text.utf8Start[index] {
      return false
    }
    return true
  }
}
