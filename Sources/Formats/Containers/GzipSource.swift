import CZlib
import Records

/// The content of a gzip file, inflated as it is read; CRC and length of each member are checked.
///
/// Members behind each other are one content, and zero bytes behind the last are padding. Anything else
/// behind it is a fault. Source: RFC 1952.
final class GzipSource: InterruptibleSource {
  private static let inputCapacity = 262_144

  private(set) var fault: ContainerFault?
  private var source: any ByteSource
  private let origin: (any InterruptibleSource)?
  private var stream = z_stream()
  private let isOpen: Bool
  private let input: UnsafeMutablePointer<UInt8>
  private var isInputAtEnd = false
  private var isAtEnd = false
  /// Whether the next byte belongs to no member yet.
  private var isBetweenMembers = true
  private var members = 0
  /// Bytes taken from the source.
  private var consumed = 0
  /// Bytes given.
  private var produced = 0

  /// - Parameter origin: what the source reads from, where that can end early.
  init(_ source: any ByteSource, origin: (any InterruptibleSource)? = nil) {
    self.source = source
    self.origin = origin
    input = .allocate(capacity: GzipSource.inputCapacity)
    isOpen = ipatlas_inflate_gzip_init(&stream) == Z_OK
    if !isOpen { end(.badContainer, "the decompressor could not be started") }
  }

  deinit {
    if isOpen { inflateEnd(&stream) }
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var given = 0
    while given < buffer.count, !isAtEnd {
      if stream.avail_in == 0 { fill() }
      if isBetweenMembers { beginMember() }
      if isAtEnd { break }
      // avail_out has 32 bits.
      let room = min(buffer.count - given, 1 << 30)
      stream.next_out = (base + given).assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(room)
      let status = inflate(&stream, Z_NO_FLUSH)
      let got = room - Int(stream.avail_out)
      given += got
      produced += got
      note(status)
      if let limit = ExpansionLimit.fault(
        compressed: consumed - Int(stream.avail_in), expanded: produced)
      {
        fault = limit
        isAtEnd = true
      }
    }
    return given
  }

  private func fill() {
    guard !isInputAtEnd else { return }
    do throws(ContainerFault) {
      let got = try source.read(
        into: UnsafeMutableRawBufferPointer(start: input, count: GzipSource.inputCapacity))
      isInputAtEnd = got < GzipSource.inputCapacity
      consumed += got
      stream.next_in = input
      stream.avail_in = UInt32(got)
    } catch {
      fault = error
      isAtEnd = true
    }
  }

  /// Passes over padding in front of a member; at the end of the source, all is read.
  private func beginMember() {
    while !isAtEnd {
      while members > 0, stream.avail_in > 0, let next = stream.next_in, next.pointee == 0 {
        stream.next_in = next + 1
        stream.avail_in -= 1
      }
      if stream.avail_in > 0 {
        if members > 0 { inflateReset(&stream) }
        isBetweenMembers = false
        return
      }
      if isInputAtEnd { isAtEnd = true } else { fill() }
    }
  }

  private func note(_ status: Int32) {
    switch status {
    case Z_STREAM_END:
      members += 1
      isBetweenMembers = true
    case Z_OK, Z_BUF_ERROR:
      if stream.avail_in == 0, stream.avail_out > 0, isInputAtEnd {
        end(
          .badContainer,
          "the gzip stream is cut after \(produced.counted("byte")) of its content; deliver it again whole"
        )
      }
    default:
      let problem = stream.msg.map { String(cString: $0) } ?? "damaged"
      let place = consumed - Int(stream.avail_in)
      if problem == "incorrect data check" || problem == "incorrect length check" {
        end(
          .badChecksum,
          "\(problem == "incorrect data check" ? "CRC" : "length") of the gzip member that ends at "
            + "byte \(place) is wrong; it is damaged, deliver it again")
      } else if members > 0, stream.total_out == 0 {
        end(
          .badContainer,
          "bytes behind the gzip stream's end, before byte \(place), are no gzip member; deliver "
            + "the file again")
      } else if stream.total_out == 0, members == 0 {
        end(.badContainer, "the gzip header is damaged (\(problem)); deliver the file again")
      } else {
        end(
          .badChecksum,
          "the gzip stream is damaged after \(produced.counted("byte")) of its content (\(problem)); deliver "
            + "it again")
      }
    }
  }

  private func end(_ code: Reject.Code, _ reason: String) {
    fault = origin?.fault ?? ContainerFault(code: code, reason: reason)
    isAtEnd = true
  }
}
