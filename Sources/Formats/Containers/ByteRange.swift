import Glibc
import Records

/// A file that is open for reading; closed with its last reference.
final class OpenFile: Sendable {
  let descriptor: Int32
  let count: Int
  let modified: Int

  init(path: String) throws(ContainerFault) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ContainerFault(
        code: .unreadable,
        reason: "the file could not be opened: \(String(cString: strerror(errno)))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ContainerFault(code: .unreadable, reason: "not a regular file")
    }
    self.descriptor = descriptor
    count = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec)
  }

  /// Copies a source to a file that has no name and goes with its last reference.
  init(temporaryFrom source: any ByteSource) throws(ContainerFault) {
    var source = source
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/ipatlas-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw ContainerFault(
        code: .unreadable,
        reason: "no temporary file in \(folder): \(String(cString: strerror(errno)))")
    }
    unlink(template)
    let block = ByteBlock(capacity: 1 << 20)
    var total = 0
    var isAtEnd = false
    do throws(ContainerFault) {
      while !isAtEnd {
        let got = try source.read(
          into: UnsafeMutableRawBufferPointer(start: block.bytes, count: block.capacity))
        isAtEnd = got < block.capacity
        guard pwrite(descriptor, block.bytes, got, off_t(total)) == got else {
          throw ContainerFault(
            code: .unreadable,
            reason: "writing to \(folder) failed: \(String(cString: strerror(errno)))")
        }
        total += got
      }
    } catch {
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    count = total
    modified = 0
  }

  deinit { close(descriptor) }

  /// Copies bytes from an offset on; fewer than asked for only at the file's end.
  func read(
    at offset: Int, into target: UnsafeMutableRawPointer, count wanted: Int
  ) throws(ContainerFault) -> Int {
    var done = 0
    while done < wanted {
      let got = pread(descriptor, target + done, wanted - done, off_t(offset + done))
      if got > 0 {
        done += got
      } else if got == 0 {
        break
      } else if errno != EINTR {
        throw ContainerFault(
          code: .unreadable, reason: "reading failed: \(String(cString: strerror(errno)))")
      }
    }
    return done
  }
}

/// A range of a file, or bytes in memory. Files are read in blocks, never mapped, so that memory
/// stays small whatever their size.
struct ByteRange: Sendable {
  private enum Storage: Sendable {
    case file(OpenFile)
    case memory([UInt8])
    /// Files that make one sequence of bytes, each with where it begins in it.
    case volumes([(start: Int, file: OpenFile)])
  }

  private let storage: Storage
  private let start: Int
  let count: Int

  init(_ file: OpenFile) {
    storage = .file(file)
    start = 0
    count = file.count
  }

  init(_ bytes: [UInt8]) {
    storage = .memory(bytes)
    start = 0
    count = bytes.count
  }

  /// The volumes of a split file, one behind the other; at least one.
  init(volumes files: [OpenFile]) {
    var volumes: [(start: Int, file: OpenFile)] = []
    var total = 0
    for file in files {
      volumes.append((total, file))
      total += file.count
    }
    storage = .volumes(volumes)
    start = 0
    count = total
  }

  /// Where each volume begins; one for what is not split.
  var volumeStarts: [Int] {
    guard start == 0, case .volumes(let volumes) = storage else { return [0] }
    return volumes.map { $0.start }
  }

  private init(_ storage: Storage, _ start: Int, _ count: Int) {
    self.storage = storage
    self.start = start
    self.count = count
  }

  /// A part of the range; it must lie within.
  func part(_ offset: Int, _ count: Int) -> ByteRange {
    ByteRange(storage, start + offset, count)
  }

  /// Copies bytes from an offset on; fewer than asked for only at the end.
  func read(
    at offset: Int, into target: UnsafeMutableRawPointer, count wanted: Int
  ) throws(ContainerFault) -> Int {
    let wanted = min(wanted, count - offset)
    guard wanted > 0 else { return 0 }
    switch storage {
    case .memory(let bytes):
      bytes.withUnsafeBytes { buffer in
        if let base = buffer.baseAddress {
          target.copyMemory(from: base + start + offset, byteCount: wanted)
        }
      }
      return wanted
    case .file(let file): return try file.read(at: start + offset, into: target, count: wanted)
    case .volumes(let volumes):
      var done = 0
      for (index, volume) in volumes.enumerated() {
        let place = start + offset + done - volume.start
        guard done < wanted, place < volume.file.count else { continue }
        let count = min(wanted - done, volume.file.count - place)
        let got = try volume.file.read(at: place, into: target + done, count: count)
        done += got
        if got < count || index == volumes.count - 1 { break }
      }
      return done
    }
  }

  /// The bytes from an offset on, at most so many.
  func bytes(at offset: Int, count wanted: Int) throws(ContainerFault) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: max(0, min(wanted, count - offset)))
    let size = buffer.count
    var fault: ContainerFault?
    var got = 0
    buffer.withUnsafeMutableBytes { raw in
      guard let base = raw.baseAddress else { return }
      do throws(ContainerFault) {
        got = try read(at: offset, into: base, count: size)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    if got < size { buffer.removeLast(size - got) }
    return buffer
  }
}
