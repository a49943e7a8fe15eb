import Records
import Testing

@testable import Formats

/// Single bits changed in a tar archive: a changed header is told, and no member is lost untold whatever
/// is changed. The bytes of content have no checksum in this format; what changes in them may show in a
/// value, but never as a record less.
struct TarDamageTests {
  typealias Export = SyntheticExports

  private struct Archive {
    var bytes: [UInt8] = []
    /// Where headers with a checksum of their own begin.
    var headers: [Int] = []
    /// Where content and the bodies of long names and pax records lie.
    var contents: [Range<Int>] = []
  }

  private static let archive: Archive = {
    func document(_ serial: Int) -> [UInt8] { Array(Export.cnipa(serial: serial).utf8) }
    var old = TarWriter.Member(name: "d.xml", bytes: document(4))
    old.isOld = true
    let members: [TarWriter.Member] = [
      .init(name: "a.xml", bytes: document(1)),
      .init(name: "././@LongLink", bytes: Array("long/b.xml".utf8) + [0], type: "L"),
      .init(name: "b.xml", bytes: document(2)),
      TarWriter.pax([
        ("path", Array("专利.xml".utf8)), ("size", Array(String(document(3).count).utf8)),
      ]),
      .init(name: "c.xml", bytes: document(3)), old,
    ]
    var archive = Archive()
    for member in members {
      archive.headers.append(archive.bytes.count)
      let start = archive.bytes.count + 512
      archive.contents.append(start..<start + member.bytes.count)
      archive.bytes += TarWriter.block(member)
    }
    archive.bytes += [UInt8](repeating: 0, count: 1024)
    return archive
  }()

  /// The fields of a header, each with the bytes that are changed.
  static let fields: [(name: String, bytes: [Int])] = [
    ("name", [0, 1, 5, 99]), ("mode", [100, 106]), ("owner", [108, 116]),
    ("size", Array(124..<136)), ("time", [136, 146]), ("checksum", Array(148..<156)),
    ("type", [156]), ("link", [157, 256]), ("magic", Array(257..<265)), ("user", [265, 297]),
    ("prefix", [345, 499]), ("padding", [500, 511]),
  ]

  @Test(arguments: fields)
  func aChangedHeaderIsTold(name: String, bytes: [Int]) throws {
    let reading = try #require(ContentReading())
    let archive = TarDamageTests.archive
    let whole = reading.read(archive.bytes, name: "x.tar").read
    #expect(whole.records.count == 4)
    #expect(whole.rejects.isEmpty)
    for header in archive.headers {
      for byte in bytes {
        for bit in 0..<8 {
          var damaged = archive.bytes
          damaged[header + byte] ^= 1 << UInt8(bit)
          let result = reading.read(damaged, name: "x.tar").read
          let place = "\(name), byte \(header + byte), bit \(bit)"
          // A blank for a leading zero, or a zero byte for a blank, is the same number.
          if result.rejects.isEmpty {
            #expect(name == "checksum", "\(place)")
            #expect(result.records == whole.records, "\(place)")
          }
          #expect(result.records.count + result.rejects.count >= 4, "\(place): \(result.rejects)")
        }
      }
    }
  }

  @Test func noMemberIsLostUntold() throws {
    let reading = try #require(ContentReading())
    let archive = TarDamageTests.archive
    let whole = reading.read(archive.bytes, name: "x.tar").read
    for (index, content) in archive.contents.enumerated() {
      for byte in stride(from: content.lowerBound, to: content.upperBound, by: 7) {
        var damaged = archive.bytes
        damaged[byte] ^= 1 << UInt8(byte % 8)
        let result = reading.read(damaged, name: "x.tar").read
        let place = "content \(index), byte \(byte)"
        #expect(result.records.count + result.rejects.count >= 4, "\(place): \(result.rejects)")
        let changed = result.records.count { !whole.records.contains($0) }
        #expect(changed <= 1 || !result.rejects.isEmpty, "\(place)")
      }
    }
  }
}
