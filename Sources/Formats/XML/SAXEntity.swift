import CLibXML2

/// The one entity a parser hands to libxml2, filled anew for each reference.
struct SAXEntity {
  let pointer: UnsafeMutablePointer<xmlEntity>
  private let content: UnsafeMutablePointer<xmlChar>
  /// Two characters at most, of four bytes each, and a zero byte.
  private static let capacity = 16

  init() {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: xmlEntity())
    content = .allocate(capacity: SAXEntity.capacity)
    content.initialize(repeating: 0, count: SAXEntity.capacity)
    pointer.pointee.type = XML_ENTITY_DECL
    pointer.pointee.content = content
    // Nothing in it is to be checked or expanded.
    pointer.pointee.checked = 2
  }

  func deallocate() {
    pointer.deallocate()
    content.deallocate()
  }

  /// - Parameter name: libxml2's own copy, which outlives the reference.
  func set(name: UnsafePointer<xmlChar>, text: String, isPredefined: Bool) {
    var count = 0
    for byte in text.utf8 where count < SAXEntity.capacity - 1 {
      content[count] = byte
      count += 1
    }
    content[count] = 0
    pointer.pointee.name = name
    pointer.pointee.length = Int32(count)
    pointer.pointee.etype =
      isPredefined ? XML_INTERNAL_PREDEFINED_ENTITY : XML_INTERNAL_GENERAL_ENTITY
  }
}
