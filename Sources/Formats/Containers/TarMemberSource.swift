/// The content of a tar archive's current member.
final class TarMemberSource: InterruptibleSource {
  private let archive: TarArchive
  private let origin: (any InterruptibleSource)?

  /// - Parameter origin: what the archive is read from, where that can end early.
  init(_ archive: TarArchive, origin: (any InterruptibleSource)?) {
    self.archive = archive
    self.origin = origin
  }

  var fault: ContainerFault? { archive.interruption.map { origin?.fault ?? $0 } }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int { archive.read(into: buffer) }
}
