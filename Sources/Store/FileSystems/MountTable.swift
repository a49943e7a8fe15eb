import Glibc

/// The file systems that are mounted, as the kernel lists them.
enum MountTable {
  /// The type of the file system that holds an existing path: `ext4`, `nfs4`, `fuse.sshfs`.
  static func type(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    // makedev(3): the major number has bits 8–19 and 32–63, the minor one the others.
    let number = UInt64(status.st_dev)
    let major = (number >> 8) & 0xFFF | (number >> 32) & 0xFFFF_F000
    let minor = number & 0xFF | (number >> 12) & 0xFFFF_FF00
    let device = "\(major):\(minor)"
    return text(of: "/proc/self/mountinfo").flatMap { type(ofDevice: device, in: $0) }
  }

  /// - Parameter table: the text of proc_pid_mountinfo(5):
  ///   `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue`.
  static func type(ofDevice device: String, in table: String) -> String? {
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == device, let dash = words.firstIndex(of: "-"),
        dash + 1 < words.count
      else { continue }
      return String(words[dash + 1])
    }
    return nil
  }

  /// What a file of the kernel's holds, whose size is not known before it is read.
  static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = read(descriptor, &buffer, buffer.count)
      if got < 0 { return nil }
      if got == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<got]
    }
  }
}
