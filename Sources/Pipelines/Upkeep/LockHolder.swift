import Foundation

/// Who holds a workspace, as the lock file names it.
///
///     pid 4711
///     start 8912345
///     boot 3f0e…
///     namespace pid:[4026531836]
///     host atlas
///     user ip
///     since 2026-01-02T01:30:00Z
///     command run
///
/// The file only tells who; the kernel's lock on it tells whether. A process that ends in any way
/// loses the lock, and leaves its lines behind only when it could not clear them.
struct LockHolder: Hashable, Sendable {
  var pid: Int32
  /// Clock ticks between the machine's start and the process's, which tell two processes of one
  /// number apart.
  var processStart: UInt64?
  /// The identity of the machine's start, the same in every container on it.
  var boot: String?
  /// Numbers of processes count within it.
  var namespace: String?
  var host: String
  var user: String
  /// ISO 8601 instant; empty where the holder gave none.
  var since: String
  var command: String

  /// This process.
  static func current(command: String, since: String) -> LockHolder {
    let pid = getpid()
    return LockHolder(
      pid: pid, processStart: start(of: pid), boot: bootIdentity(), namespace: namespaceName(),
      host: ProcessInfo.processInfo.hostName, user: userName(), since: since, command: command)
  }

  var text: String {
    var lines = ["pid \(pid)"]
    lines += processStart.map { ["start \($0)"] } ?? []
    lines += boot.map { ["boot \($0)"] } ?? []
    lines += namespace.map { ["namespace \($0)"] } ?? []
    lines += ["host \(host)", "user \(user)", "since \(since)", "command \(command)"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads the lines of a lock file; nil for an empty one and for one that is not whole.
  init?(parsing text: String) {
    var values: [Substring: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { values[parts[0]] = String(parts[1]) }
    }
    guard let pid = values["pid"].flatMap({ Int32($0) }), pid > 0, text.hasSuffix("\n"),
      let command = values["command"]
    else { return nil }
    self.init(
      pid: pid, processStart: values["start"].flatMap { UInt64($0) }, boot: values["boot"],
      namespace: values["namespace"], host: values["host"] ?? "", user: values["user"] ?? "",
      since: values["since"] ?? "", command: command)
  }

  init(
    pid: Int32, processStart: UInt64?, boot: String?, namespace: String?, host: String,
    user: String, since: String, command: String
  ) {
    self.pid = pid
    self.processStart = processStart
    self.boot = boot
    self.namespace = namespace
    self.host = host
    self.user = user
    self.since = since
    self.command = command
  }

  /// Whether the process certainly runs still: on this start of this machine, under its number, with
  /// its own time of start.
  var isAlive: Bool {
    guard let boot, let namespace, let processStart, boot == LockHolder.bootIdentity(),
      namespace == LockHolder.namespaceName()
    else { return false }
    return LockHolder.start(of: pid) == processStart
  }

  /// `ipatlas run, process 4711 of user ip on atlas, since 2026-01-02T01:30:00Z`
  var description: String {
    "ipatlas \(command), process \(pid)" + (user.isEmpty ? "" : " of user \(user)")
      + (host.isEmpty ? "" : " on \(host)") + (since.isEmpty ? "" : ", since \(since)")
  }

  /// The start of a process, or nil where there is none of that number.
  ///
  /// Source: proc_pid_stat(5), field 22; the name in field 2 may hold spaces and brackets.
  private static func start(of pid: Int32) -> UInt64? {
    guard let data = FileManager.default.contents(atPath: "/proc/\(pid)/stat"),
      let end = data.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = String(decoding: data[(end + 1)...], as: UTF8.self).split(separator: " ")
    // A process that has ended and waits for its parent holds nothing.
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
    return UInt64(fields[19])
  }

  private static func bootIdentity() -> String? {
    FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id").map {
      String(decoding: $0, as: UTF8.self).filter { !$0.isWhitespace }
    }
  }

  private static func namespaceName() -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
  }

  private static func userName() -> String {
    guard let entry = getpwuid(geteuid()) else { return "\(geteuid())" }
    return String(cString: entry.pointee.pw_name)
  }
}
