import Formats
import Foundation

extension InputDiscovery {
  /// Makes one input of the volumes of a split archive.
  ///
  /// Volumes lie beside each other; whichever of them the inputs name, all are taken, so that one
  /// delivery has one digest. The input is named for the `.zip`, else for volume 1, be it there or
  /// not: so a set that was not whole and the whole one have one name. Its size is the sum, and its
  /// inode changes with any volume.
  static func joiningVolumes(_ found: [String: DiscoveredInput]) -> [String: DiscoveredInput] {
    var joined: [String: DiscoveredInput] = [:]
    var folders: [String: [String: [(VolumeName, path: String)]]] = [:]
    for (name, input) in found {
      let parts = split(input.path)
      guard let volume = VolumeName(parts.name) else {
        joined[name] = input
        continue
      }
      let sets = folders[parts.folder] ?? volumeSets(in: parts.folder)
      folders[parts.folder] = sets
      let volumes = sets[volume.set] ?? []
      guard volumes.contains(where: { $0.0.number != nil }) else {
        joined[name] = input
        continue
      }
      // Where one of them is a folder, or gone by now, the reader says what is missing.
      guard let set = input.joining(volumes) else {
        joined[name] = input
        continue
      }
      joined[set.name] = set
    }
    return joined
  }

  /// The volumes in a folder by what they share, each set in the order of its bytes.
  private static func volumeSets(in folder: String) -> [String: [(VolumeName, path: String)]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var sets: [String: [(VolumeName, path: String)]] = [:]
    for name in names {
      guard let volume = VolumeName(name) else { continue }
      sets[volume.set, default: []].append((volume, folder + "/" + name))
    }
    return sets.mapValues { volumes in
      volumes.sorted {
        let (first, second) = ($0.0.number ?? Int.max, $1.0.number ?? Int.max)
        // Two spellings of one volume keep one order.
        return first == second ? $0.path < $1.path : first < second
      }
    }
  }

  fileprivate static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}

extension DiscoveredInput {
  /// The input of all volumes, of which this is one; nil if a volume is gone.
  fileprivate func joining(_ volumes: [(VolumeName, path: String)]) -> DiscoveredInput? {
    guard let (volume, last) = volumes.last else { return nil }
    let title = volume.number == nil ? InputDiscovery.split(last).name : volume.title
    var input = self
    input.name = name.contains("/") ? InputDiscovery.split(name).folder + "/" + title : title
    input.path = last
    input.volumes = volumes.map { $0.path }
    return input.measured()
  }

  /// The input with size, time and inode as they are now; nil if it, or a volume, is gone.
  func measured() -> DiscoveredInput? {
    var input = self
    input.bytes = 0
    input.modified = 0
    input.inode = 0
    for path in volumes.isEmpty ? [path] : volumes {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      let modified =
        Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
      input.bytes += Int64(status.st_size)
      input.modified = max(input.modified, modified)
      guard !volumes.isEmpty else {
        input.inode = Int64(status.st_ino)
        break
      }
      for part in [Int64(status.st_size), modified, Int64(truncatingIfNeeded: status.st_ino)] {
        input.inode = (input.inode ^ part) &* 0x100_0000_01B3
      }
    }
    return input
  }
}
