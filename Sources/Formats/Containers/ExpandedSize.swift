/// How many bytes a file holds once it is unpacked, without unpacking it.
package enum ExpandedSize {
  /// XML of the real exports shrinks to about a tenth.
  static let usualRatio = 10

  /// What the central directory of a ZIP archive says, archives in it counted as ten times their size;
  /// ten times the size of other compressed files; a plain file's own size.
  ///
  /// Reads the first bytes and, of a ZIP archive, its directory. A file that cannot be read has none:
  /// the reader says why.
  package static func of(_ input: InputFile) -> Int {
    do throws(ContainerFault) {
      let range =
        input.volumes.isEmpty
        ? ByteRange(try OpenFile(path: input.path)) : try SplitArchive.open(input.volumes)
      let head = try range.bytes(at: 0, count: TarHeader.blockCount)
      switch head.withUnsafeBufferPointer({ ContainerKind($0, name: input.name) }) {
      case .zip:
        guard let entries = try? ZipDirectory.entries(of: range) else {
          return range.count * usualRatio
        }
        return entries.reduce(0) { sum, entry in
          let isNested =
            MemberName.hasEnding(entry.name, ".zip") || MemberName.hasEnding(entry.name, ".gz")
            || MemberName.hasEnding(entry.name, ".tgz")
          // A member that is refused needs no room, whatever size it claims.
          guard entry.fault == nil else { return sum }
          return sum + (isNested ? entry.count * usualRatio : entry.count)
        }
      case .gzip: return range.count * usualRatio
      case .tar, nil: return range.count
      }
    } catch {
      return 0
    }
  }
}
