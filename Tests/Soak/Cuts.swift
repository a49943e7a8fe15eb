/// The places at which a sample is cut.
enum Cuts {
  /// Every byte of the first 8 KB and the last 2 KB, up to 2,000 `<`, and 500 seeded places; or every
  /// byte of contents up to 64 KB.
  static func places(in bytes: [UInt8], everyByte: Bool, seed: UInt64) -> [Int] {
    if everyByte, bytes.count <= 65_536 { return Array(0..<bytes.count) }
    var places = Set(0..<min(8192, bytes.count))
    let tail = max(0, bytes.count - 2048)..<bytes.count
    // Each cut of an archive reads hundreds of members; bytes of its directory are much alike.
    let isArchive = bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0x1F, 0x8B])
    places.formUnion(stride(from: tail.lowerBound, to: tail.upperBound, by: isArchive ? 16 : 1))
    let tags = isArchive ? [] : bytes.indices.filter { bytes[$0] == 0x3C }
    // Spread over the content where there are more.
    let step = max(1, tags.count / 2000)
    for index in stride(from: 0, to: tags.count, by: step) { places.insert(tags[index]) }
    var state = seed
    for _ in 0..<(isArchive ? 100 : 500) where !bytes.isEmpty {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      places.insert(Int((state >> 33) % UInt64(bytes.count)))
    }
    return places.sorted()
  }
}
