import Glibc

/// Finds short texts in bytes.
enum ByteSearch {
  /// The place of the first occurrence at or behind `from`, or nil.
  static func first(
    _ text: StaticString, in bytes: UnsafePointer<UInt8>, count: Int, from: Int = 0
  ) -> Int? {
    let length = text.utf8CodeUnitCount
    var place = from
    while count - place >= length {
      guard let found = memchr(bytes + place, Int32(text.utf8Start[0]), count - place - length + 1)
      else { return nil }
      place = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
      if memcmp(bytes + place, text.utf8Start, length) == 0 { return place }
      place += 1
    }
    return nil
  }
}
