import Records

/// The volumes of a split archive that lie beside each other, as one sequence of bytes.
enum SplitArchive {
  /// Opens the volumes.
  ///
  /// - Parameter paths: in the order of their bytes.
  /// - Throws: a fault that names the volumes that are missing.
  static func open(_ paths: [String]) throws(ContainerFault) -> ByteRange {
    let names = paths.map { VolumeName(fileName($0)) }
    var given: Set<Int> = []
    for (name, path) in zip(names, paths) {
      guard let number = name?.number else { continue }
      guard given.insert(number).inserted else {
        throw ContainerFault(
          code: .badContainer,
          reason: "volume \(number) of a split archive is there twice, also as \(fileName(path)); "
            + "remove one")
      }
    }
    guard let first = names.first ?? nil else {
      throw ContainerFault(code: .badContainer, reason: "no volume of a split archive")
    }
    var files: [OpenFile] = []
    for path in paths { files.append(try OpenFile(path: path)) }
    let hasLast = names.contains { $0?.number == nil }
    var expected = given.max() ?? 0
    if hasLast, let last = files.last {
      // Only what stands in the last volume tells how many there are.
      let end = try ZipDirectory.endRecord(of: ByteRange(volumes: [last]))
      if end.lastVolume < expected {
        throw ContainerFault(
          code: .badContainer,
          reason: "\(first.name(of: expected)) lies beside \(fileName(paths.last ?? "")), which "
            + "is the last of \((end.lastVolume + 1).counted("volume")); remove what does not belong to it"
        )
      }
      expected = end.lastVolume
    }
    var missing = (0..<expected).map { $0 + 1 }.filter { !given.contains($0) }
      .map { first.name(of: $0) }
    if !hasLast, !first.set.hasSuffix(".*") { missing.append(first.set) }
    guard missing.isEmpty else {
      throw ContainerFault(
        code: .badContainer,
        reason:
          "\(missing.count == 1 ? "volume" : "volumes") \(missing.joined(separator: ", ")) of "
          + "the split archive missing; put all volumes beside each other")
    }
    return ByteRange(volumes: files)
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map { String($0) } ?? path
  }
}
