import Foundation
import Pipelines
import Records

/// A night in a process of its own, which may be killed or find the disk full:
///
///     nights --child PLAN AS-OF KNOWN-ON|- INSTANT die STAGE start|end
///     nights --child PLAN AS-OF KNOWN-ON|- INSTANT limit BYTES
///     nights --child PLAN AS-OF KNOWN-ON|- INSTANT run
///     nights --child PLAN AS-OF KNOWN-ON|- INSTANT backup FILE
///     nights --child PLAN AS-OF KNOWN-ON|- INSTANT restore FILE
///     nights --child PLAN AS-OF KNOWN-ON|- INSTANT prune KEEP
///
/// Exit code 0 after a good night, 2 after one that published nothing, with the reason on stderr.
enum ChildNight {
  static func main(_ arguments: [String]) -> Never {
    guard arguments.count >= 5, let asOf = CalendarDay(arguments[1]) else { exit(64) }
    let attempt = Attempt(
      planPath: arguments[0], asOf: asOf, knownOn: CalendarDay(arguments[2]),
      instant: arguments[3])
    if arguments[4] == "limit", let bytes = arguments.last.flatMap({ rlim_t($0) }) {
      // Writes beyond the limit fail with EFBIG, as they fail with ENOSPC on a full disk.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
      guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(65) }
    }
    do {
      if arguments.count == 6, try upkeep(arguments[4], arguments[5], attempt) { exit(0) }
      _ = try attempt.run { options in
        guard arguments[4] == "die", arguments.count == 7 else { return }
        let border = (arguments[5], arguments[6] == "start")
        options.boundary = { stage, isStart in
          if stage == border.0, isStart == border.1 { kill(getpid(), SIGKILL) }
        }
      }
      exit(0)
    } catch {
      FileHandle.standardError.write(Data((Attempt.reason(of: error) + "\n").utf8))
      exit(2)
    }
  }

  /// What an operator does between nights; false where the word is none of it.
  private static func upkeep(_ word: String, _ value: String, _ attempt: Attempt) throws -> Bool {
    let plan = try attempt.plan()
    switch word {
    case "backup": _ = try StoreBackup.write(plan, to: value, instant: attempt.instant)
    case "restore":
      _ = try StoreRestoration.restore(
        plan, from: value, instant: attempt.instant, notice: { _ in })
    case "prune":
      _ = try Prune.prune(
        plan, keep: Int(value) ?? 0, unlinkingBefore: attempt.asOf, isDryRun: false,
        instant: attempt.instant, notice: { _ in })
    default: return false
    }
    return true
  }

  /// Starts one; its streams go to files that nobody need read.
  static func start(_ attempt: Attempt, _ task: [String], errors: String? = nil) throws -> Process {
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    process.arguments =
      [
        "--child", attempt.planPath, attempt.asOf.isoText, attempt.knownOn?.isoText ?? "-",
        attempt.instant,
      ] + task
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    if let errors {
      try Data().write(to: URL(fileURLWithPath: errors))
      process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    } else {
      process.standardError = FileHandle.nullDevice
    }
    try process.run()
    return process
  }
}
