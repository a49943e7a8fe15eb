import Crypto
import Records

/// SHA-256 of a whole file, or of the volumes of a split one as if they were one file, read in blocks.
package enum FileDigest {
  /// - Parameter paths: in the order of their bytes.
  /// - Throws: an error whose description says why a file could not be read.
  package static func sha256(volumes paths: [String]) throws -> ContentDigest {
    do throws(ContainerFault) {
      var files: [OpenFile] = []
      for path in paths { files.append(try OpenFile(path: path)) }
      let range = ByteRange(volumes: files)
      let block = ByteBlock(capacity: 1 << 20)
      var hash = SHA256()
      var offset = 0
      while true {
        let got = try range.read(at: offset, into: block.bytes, count: block.capacity)
        if got == 0 { break }
        hash.update(bufferPointer: UnsafeRawBufferPointer(start: block.bytes, count: got))
        offset += got
      }
      guard let digest = ContentDigest(bytes: hash.finalize()) else {
        throw ContainerFault(code: .unreadable, reason: "no digest")
      }
      return digest
    } catch {
      throw UnreadableFile(path: paths.last ?? "", reason: error.reason)
    }
  }
}

/// A file that could not be opened or read.
package struct UnreadableFile: Error, CustomStringConvertible {
  package var path: String
  package var reason: String
  package var description: String { "\(path): \(reason)" }
}
