extension FieldScan {
  /// The place of the next `<` behind text that is not kept, -1 if the parser must decide.
  @inline(__always)
  func passedText(_ bytes: UnsafePointer<UInt8>, _ from: Int) -> Int {
    var place = from
    while true {
      while classes[bytes[place]] & ByteClasses.plainText != 0 { place &+= 1 }
      if bytes[place] == 0x3C { return place }
      place = unplain(bytes, place, keeps: false)
      if place < 0 { return -1 }
    }
  }

  /// The place of the next `<` behind text that is kept, -1 if the parser must decide.
  @inline(__always)
  func capturedText(_ bytes: UnsafePointer<UInt8>, _ from: Int) -> Int {
    var place = from
    var kept = from
    while true {
      while classes[bytes[place]] & ByteClasses.plainText != 0 { place &+= 1 }
      let byte = bytes[place]
      if byte == 0x3C {
        state.pointee.captured.append(bytes + kept, place &- kept)
        return place
      }
      if byte == 0x26 || byte == 0x0D {
        state.pointee.captured.append(bytes + kept, place &- kept)
        // A carriage return is dropped before a line feed; alone it is the parser's.
        if byte == 0x0D, bytes[place &+ 1] != 0x0A { return -1 }
        place = byte == 0x0D ? place &+ 1 : unplain(bytes, place, keeps: true)
        kept = place
      } else {
        place = unplain(bytes, place, keeps: true)
      }
      if place < 0 { return -1 }
    }
  }

  /// Passes characters outside of ASCII, a reference, or a `]`; -1 if the parser must decide.
  @inline(__always)
  private func unplain(_ bytes: UnsafePointer<UInt8>, _ from: Int, keeps: Bool) -> Int {
    var place = from
    var byte = bytes[place]
    if byte >= 0x80 {
      // Runs of three-byte characters, as most Chinese text is.
      while byte >= 0xE1, byte <= 0xEC || byte == 0xEE {
        let three = UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt32.self)
        guard three & 0xC0C000 == 0x808000 else { return -1 }
        place &+= 3
        byte = bytes[place]
      }
      if byte < 0x80 { return place }
      let length = CharacterCheck.length(bytes + place, 4)
      return length == 0 ? -1 : place &+ length
    }
    switch byte {
    case 0x26: return reference(bytes, place, keeps)
    case 0x5D: return bytes[place &+ 1] == 0x5D && bytes[place &+ 2] == 0x3E ? -1 : place &+ 1
    case 0x0D: return place &+ 1
    default: return -1
    }
  }

  /// Passes a reference whose meaning is known.
  private func reference(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ keeps: Bool) -> Int {
    var end = place &+ 1
    while bytes[end] != 0x3B {
      guard end - place < 34, bytes[end] > 0x20, bytes[end] < 0x80, bytes[end] != 0x3C else {
        return -1
      }
      end += 1
    }
    let name = UnsafeBufferPointer(start: bytes + place + 1, count: end - place - 1)
    guard var text = EntityNames.text(name) else { return -1 }
    if keeps {
      text.withUTF8 { utf8 in
        if let start = utf8.baseAddress { state.pointee.captured.append(start, utf8.count) }
      }
    }
    return end + 1
  }
}
