import Foundation

extension InputFile {
  /// The files of a path: the file itself, or all files of a folder and the folders within, sorted
  /// by the bytes of their paths. Hidden files and folders are passed over; links to folders are not
  /// followed, so that no listing is endless.
  ///
  /// - Parameters:
  ///   - path: where to look.
  ///   - name: what records call the path; files of a folder are named below it.
  /// - Throws: ``UnreadableFile`` where nothing is at the path or a folder cannot be listed.
  package static func all(at path: String, named name: String) throws -> [InputFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw UnreadableFile(path: path, reason: "no such file or folder")
    }
    guard isFolder.boolValue else { return [InputFile(path: path, name: name)] }
    var files: [InputFile] = []
    try list(path, name, into: &files)
    return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func list(
    _ path: String, _ name: String, into files: inout [InputFile]
  ) throws {
    for entry in try FileManager.default.contentsOfDirectory(atPath: path)
    where !entry.hasPrefix(".") {
      let inner = InputFile(path: "\(path)/\(entry)", name: "\(name)/\(entry)")
      let type =
        try FileManager.default.attributesOfItem(atPath: inner.path)[.type]
        as? FileAttributeType
      if type == .typeDirectory {
        try list(inner.path, inner.name, into: &files)
      } else {
        files.append(inner)
      }
    }
  }
}
