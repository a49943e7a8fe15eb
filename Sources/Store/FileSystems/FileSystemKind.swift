import CStatFS
import Glibc

/// Whether SQLite can be trusted on a file system: its write-ahead log needs shared memory and locks
/// between all processes that open the database, which no network file system gives.
///
/// Source: https://www.sqlite.org/wal.html, "All processes using a database must be on the same host
/// computer; WAL does not work over a network filesystem".
package enum FileSystemKind: Hashable, Sendable {
  case local(name: String)
  case network(name: String)
  /// Neither list names it: a warning, not a refusal.
  case unknown(name: String)

  /// - Parameters:
  ///   - magic: `f_type` of statfs(2).
  ///   - type: the mount's type as `/proc/self/mountinfo` names it (`fuse.sshfs`), which alone tells
  ///     what stands behind FUSE.
  package init(magic: UInt32, type: String? = nil) {
    if magic == FileSystemKind.fuse {
      self = FileSystemKind.behindFUSE(type ?? "fuse")
    } else if let name = FileSystemKind.networks[magic] {
      self = .network(name: name)
    } else if let name = FileSystemKind.locals[magic] {
      self = .local(name: name)
    } else {
      self = .unknown(name: (type.map { "\($0), " } ?? "") + "0x" + String(magic, radix: 16))
    }
  }

  /// The kind of the file system that holds a path, or would hold it once its folders are made; nil
  /// where that cannot be told.
  package static func of(_ path: String) -> FileSystemKind? {
    var place = path
    while true {
      let type = ipatlas_file_system_type(place)
      if type != -1 {
        return FileSystemKind(
          magic: UInt32(truncatingIfNeeded: type), type: MountTable.type(of: place))
      }
      guard errno == ENOENT, let slash = place.lastIndex(of: "/") else { return nil }
      let parent = String(place[..<slash])
      guard !parent.isEmpty else { return FileSystemKind.of("/") }
      place = parent
    }
  }

  private static func behindFUSE(_ type: String) -> FileSystemKind {
    // ntfs-3g and others on a block device of this machine.
    if type == "fuseblk" { return .local(name: type) }
    let name = type.hasPrefix("fuse.") ? String(type.dropFirst(5)) : type
    return fuseNetworks.contains(name) ? .network(name: type) : .unknown(name: type)
  }

  /// FUSE_SUPER_MAGIC
  private static let fuse: UInt32 = 0x6573_5546

  /// File systems behind FUSE that other machines can write to, or that have no locks.
  private static let fuseNetworks: Set<String> = [
    "sshfs", "glusterfs", "ceph-fuse", "ceph", "rclone", "s3fs", "goofys", "gcsfuse", "davfs",
    "davfs2", "curlftpfs", "smbnetfs", "juicefs", "mfs", "lizardfs", "seaweedfs", "blobfuse",
    "blobfuse2", "nfs", "hdfs", "vmhgfs-fuse", "virtiofs", "grpcfuse", "osxfs",
  ]

  /// Source: /usr/include/linux/magic.h where the comment gives a name of its own, else statfs(2) of
  /// the Linux manual and the file system's sources.
  private static let networks: [UInt32: String] = [
    0x6969: "nfs",  // NFS_SUPER_MAGIC
    0xFF53_4D42: "cifs",  // CIFS_SUPER_MAGIC
    0xFE53_4D42: "smb2",  // SMB2_SUPER_MAGIC
    0x517B: "smb",  // SMB_SUPER_MAGIC
    0x564C: "ncp",  // NCP_SUPER_MAGIC
    0x0102_1997: "9p",  // V9FS_MAGIC
    0x00C3_6400: "ceph",  // CEPH_SUPER_MAGIC
    0x5346_414F: "afs",  // AFS_SUPER_MAGIC
    0x6B41_4653: "afs",  // AFS_FS_MAGIC
    0x7375_7245: "coda",  // CODA_SUPER_MAGIC
    0x7461_636F: "ocfs2",  // OCFS2_SUPER_MAGIC, a disk shared by machines
    0x00C0_FFEE: "hostfs",  // HOSTFS_SUPER_MAGIC
    0x0116_1970: "gfs2",
    0x0BD0_0BD0: "lustre",
    0x4750_4653: "gpfs",
    0x1983_0326: "beegfs",
    0x2003_0528: "orangefs",
    0xAAD7_AAEA: "panfs",
    0x6163_6673: "acfs",
    0xBEEF_DEAD: "snfs",
    0x786F_4256: "vboxsf",
    0xBACB_ACBC: "vmhgfs",
    0x7C7C_6673: "prl_fs",
  ]

  private static let locals: [UInt32: String] = [
    0xEF53: "ext4",  // EXT2_SUPER_MAGIC, EXT3_SUPER_MAGIC, EXT4_SUPER_MAGIC
    0x5846_5342: "xfs",  // XFS_SUPER_MAGIC
    0x9123_683E: "btrfs",  // BTRFS_SUPER_MAGIC
    0x794C_7630: "overlay",  // OVERLAYFS_SUPER_MAGIC
    0x0102_1994: "tmpfs",  // TMPFS_MAGIC
    0x8584_58F6: "ramfs",  // RAMFS_MAGIC
    0xF2F5_2010: "f2fs",  // F2FS_SUPER_MAGIC
    0x5265_4973: "reiserfs",  // REISERFS_SUPER_MAGIC
    0x3434: "nilfs",  // NILFS_SUPER_MAGIC
    0xF15F: "ecryptfs",  // ECRYPTFS_SUPER_MAGIC
    0x4D44: "vfat",  // MSDOS_SUPER_MAGIC
    0x2011_BAB0: "exfat",  // EXFAT_SUPER_MAGIC
    0x7371_7368: "squashfs",  // SQUASHFS_MAGIC, read-only
    0xE0F5_E1E2: "erofs",  // EROFS_SUPER_MAGIC_V1, read-only
    0x9660: "iso9660",  // ISOFS_SUPER_MAGIC, read-only
    0x2FC1_2FC1: "zfs",
    0x3153_464A: "jfs",
    0xCA45_1A4E: "bcachefs",
    0x7366_746E: "ntfs3",
    0x6175_6673: "aufs",
  ]
}
