import Formats
import Foundation

extension InputDiscovery {
  /// Makes one input of the volumes of a split archive.
  ///
  /// Volumes lie beside each other; whichever of them the inputs name, all are taken, so that one
  /// delivery has one digest. The input is named for the `.zip`, or for the first volume where there
  /// is none; its size is the sum, and its inode changes with any volume.
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
      guard
        let set = input.joining(volumes.map { $0.path }, isLastNamed: volumes.last?.0.number == nil)
      else { continue }
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
  fileprivate func joining(_ volumes: [String], isLastNamed: Bool) -> DiscoveredInput? {
    guard let chosen = isLastNamed ? volumes.last : volumes.first else { return nil }
    var input = self
    let own = InputDiscovery.split(name)
    let chosenName = InputDiscovery.split(chosen).name
    input.name = name.contains("/") ? own.folder + "/" + chosenName : chosenName
    input.path =
      path.contains("/") ? InputDiscovery.split(path).folder + "/" + chosenName : chosenName
    input.volumes = volumes
    input.bytes = 0
    input.modified = 0
    input.inode = 0
    for volume in volumes {
      var status = stat()
      guard stat(volume, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      let modified =
        Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
      input.bytes += Int64(status.st_size)
      input.modified = max(input.modified, modified)
      for part in [Int64(status.st_size), modified, Int64(truncatingIfNeeded: status.st_ino)] {
        input.inode = (input.inode ^ part) &* 0x100_0000_01B3
      }
    }
    return input
  }
}
