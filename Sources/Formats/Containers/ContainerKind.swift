/// The container that content is.
enum ContainerKind {
  case zip
  case gzip
  case tar

  /// What the first bytes show, at least 512 of content that has them; nil for no container.
  ///
  /// The name decides only where too few bytes are left to tell: of a container cut in its first
  /// header, and of a tar archive without members, which is all zeros.
  init?(_ head: UnsafeBufferPointer<UInt8>, name: String) {
    if ZipArchive.isArchive(head) {
      self = .zip
    } else if head.count >= 3, head[0] == 0x1F, head[1] == 0x8B, head[2] == 8 {
      self = .gzip
    } else if TarHeader.isHeader(head) {
      self = .tar
    } else if !head.isEmpty, head.count < 3, head[0] == 0x1F, head.count < 2 || head[1] == 0x8B,
      MemberName.hasEnding(name, ".gz") || MemberName.hasEnding(name, ".tgz")
    {
      self = .gzip
    } else if !head.isEmpty, head.count < 512 || head.prefix(512).allSatisfy({ $0 == 0 }),
      MemberName.hasEnding(MemberName.withoutGzip(name), ".tar")
    {
      self = .tar
    } else {
      return nil
    }
  }
}
