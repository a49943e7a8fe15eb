import Foundation
import Records
import Testing

@testable import Formats

struct SplitArchiveTests {
  typealias Export = SyntheticExports

  private let members: [(name: String, bytes: [UInt8])] = (1...6).map {
    ("\($0).xml", Array(Export.cnipa(serial: $0).utf8))
  }

  private let names = (1...6).map { String(113_000_000 + $0) }

  /// Reads files that lie in one folder as the volumes of one archive.
  private func readVolumes(
    _ files: [(name: String, bytes: [UInt8])]
  ) throws -> (numbers: [String], rejects: [Reject], summary: FileSummary?) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
    let paths = files.map { folder.appendingPathComponent($0.name).path }
    let batches = try ExportReader().batches([
      InputFile(path: paths.last ?? "", name: files.last?.name ?? "", volumes: paths)
    ])
    return (
      batches.flatMap { $0.records }.compactMap { $0.patent?.publicationNumber.canonical },
      batches.flatMap { $0.rejects }, batches.last?.summary
    )
  }

  private func named(_ volumes: [[UInt8]]) -> [(name: String, bytes: [UInt8])] {
    volumes.enumerated().map { index, bytes in
      let number = index + 1 < 10 ? "0\(index + 1)" : "\(index + 1)"
      return (index == volumes.count - 1 ? "x.zip" : "x.z\(number)", bytes)
    }
  }

  @Test(arguments: [150, 400, 1_000, 2_500, 100_000], [false, true])
  func volumesOfEverySize(size: Int, usesZip64: Bool) throws {
    let volumes = SplitZipWriter(volumeCount: size, usesZip64: usesZip64).volumes(members)
    let result = try readVolumes(named(volumes))
    #expect(result.rejects.isEmpty, "\(volumes.count) volumes: \(result.rejects)")
    #expect(result.numbers == names)
    #expect(result.summary?.fileBytes == volumes.reduce(0) { $0 + $1.count })
    #expect(result.summary?.container == "zip")
  }

  @Test func bytesSplitAnywhere() throws {
    let zip = ZipWriter.archive(members.map { .init(name: $0.name, bytes: $0.bytes) })
    let tgz = GzipWriter.file(
      TarWriter.archive(members.map { .init(name: $0.name, bytes: $0.bytes) }))
    for (bytes, name) in [(zip, "x.zip"), (tgz, "x.tar.gz")] {
      for size in [97, 1_000, 1 << 20] {
        let files = stride(from: 0, to: bytes.count, by: size).enumerated().map { index, start in
          let digits = String(index + 1)
          let number = String(repeating: "0", count: 3 - digits.count) + digits
          return ("\(name).\(number)", Array(bytes[start..<min(start + size, bytes.count)]))
        }
        let result = try readVolumes(files)
        #expect(result.rejects.isEmpty, "\(result.rejects)")
        #expect(result.numbers == names)
      }
    }
  }

  @Test func missingVolumesAreNamed() throws {
    let volumes = named(SplitZipWriter(volumeCount: 1_000).volumes(members))
    #expect(volumes.count > 3)
    for gone in [
      [0], [1], [0, 2], [volumes.count - 2], [volumes.count - 1], [1, volumes.count - 1],
    ] {
      let left = volumes.enumerated().filter { !gone.contains($0.offset) }.map { $0.element }
      let result = try readVolumes(left)
      #expect(result.numbers.isEmpty)
      #expect(result.rejects.map { $0.code } == [.badContainer])
      let reason = result.rejects.first?.reason ?? ""
      for index in gone { #expect(reason.contains(volumes[index].name), "\(reason)") }
      for volume in left { #expect(!reason.contains(volume.name), "\(reason)") }
    }
    let alone = try read(volumes[volumes.count - 1].bytes, name: "x.zip")
    #expect(alone.rejects.map { $0.code } == [.badContainer])
    #expect(alone.rejects.first?.reason.contains("x.z01, x.z02, x.z03") == true)
    let strange = try readVolumes([
      ("x.z01", volumes[0].bytes),
      ("x.zip", ZipWriter.archive(members.map { .init(name: $0.name, bytes: $0.bytes) })),
    ])
    #expect(strange.rejects.map { $0.code } == [.badContainer])
    let bytes = try readVolumes([("x.zip.001", [1]), ("x.zip.003", [2])])
    #expect(bytes.rejects.first?.reason.contains("x.zip.002") == true)
  }

  @Test func aTruncatedVolumeIsNoCrash() throws {
    let volumes = named(SplitZipWriter(volumeCount: 1_500, usesZip64: true).volumes(members))
    for index in volumes.indices {
      for cut in stride(from: 1, to: volumes[index].bytes.count, by: 61) {
        var damaged = volumes
        damaged[index].bytes.removeLast(cut)
        let result = try readVolumes(damaged)
        #expect(!result.rejects.isEmpty)
        #expect(Set(result.numbers).isSubset(of: names))
      }
    }
  }

  @Test func volumeNames() throws {
    let cases: [(String, String?, Int?)] = [
      ("a.z01", "a.zip", 1), ("a.Z12", "a.zip", 12), ("a.ZIP", "a.zip", nil),
      ("a.zip.001", "a.zip.*", 1), ("a.tar.gz.012", "a.tar.gz.*", 12), ("a.z1", nil, nil),
      ("a.z00", nil, nil), ("a.csv.001", nil, nil), ("a.zip.01", nil, nil), ("a", nil, nil),
      ("a.zxx", nil, nil),
    ]
    for (name, set, number) in cases {
      #expect(VolumeName(name)?.set == set, "\(name)")
      #expect(VolumeName(name)?.number == number)
    }
    #expect(VolumeName("a.zip")?.name(of: 3) == "a.z03")
    #expect(VolumeName("a.zip.0001")?.name(of: 12) == "a.zip.0012")
  }
}
