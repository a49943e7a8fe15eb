import Testing

@testable import Store

@Suite struct FileSystemKindTests {
  /// Magic number, mount type, whether it is local; numbers of linux/magic.h and statfs(2).
  static let cases: [(magic: UInt32, type: String?, expected: FileSystemKind)] = [
    (0xEF53, "ext4", .local(name: "ext4")),
    (0x5846_5342, "xfs", .local(name: "xfs")),
    (0x9123_683E, "btrfs", .local(name: "btrfs")),
    (0x794C_7630, "overlay", .local(name: "overlay")),
    (0x0102_1994, "tmpfs", .local(name: "tmpfs")),
    (0x2FC1_2FC1, "zfs", .local(name: "zfs")),
    (0x6969, "nfs4", .network(name: "nfs")),
    (0xFF53_4D42, "cifs", .network(name: "cifs")),
    (0xFE53_4D42, "cifs", .network(name: "smb2")),
    (0x517B, "smbfs", .network(name: "smb")),
    (0x0102_1997, "9p", .network(name: "9p")),
    (0x00C3_6400, "ceph", .network(name: "ceph")),
    (0x0BD0_0BD0, "lustre", .network(name: "lustre")),
    (0x5346_414F, "afs", .network(name: "afs")),
    (0x6B41_4653, "afs", .network(name: "afs")),
    (0x6573_5546, "fuse.sshfs", .network(name: "fuse.sshfs")),
    (0x6573_5546, "fuse.rclone", .network(name: "fuse.rclone")),
    (0x6573_5546, "virtiofs", .network(name: "virtiofs")),
    (0x6573_5546, "fuseblk", .local(name: "fuseblk")),
    (0x6573_5546, "fuse.something", .unknown(name: "fuse.something")),
    (0x6573_5546, nil, .unknown(name: "fuse")),
    (0x1234_5678, "newfs", .unknown(name: "newfs, 0x12345678")),
    (0x1234_5678, nil, .unknown(name: "0x12345678")),
  ]

  @Test(arguments: cases)
  func theMagicNumberDecides(magic: UInt32, type: String?, expected: FileSystemKind) {
    #expect(FileSystemKind(magic: magic, type: type) == expected)
  }

  @Test func thisMachineKnowsItsOwn() {
    // /proc is neither a disk nor a network.
    #expect(FileSystemKind.of("/proc") == .unknown(name: "proc, 0x9fa0"))
    #expect(FileSystemKind.of("/no/such/folder") == FileSystemKind.of("/"))
  }

  @Test func theMountTableNamesTheType() {
    let table = """
      22 28 0:20 / /proc rw,nosuid - proc proc rw
      36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 shared:2 - ext3 /dev/root rw,errors=continue
      40 28 0:55 / /data rw - fuse.sshfs user@host:/data rw
      """
    #expect(MountTable.type(ofDevice: "98:0", in: table) == "ext3")
    #expect(MountTable.type(ofDevice: "0:55", in: table) == "fuse.sshfs")
    #expect(MountTable.type(ofDevice: "8:1", in: table) == nil)
  }
}
