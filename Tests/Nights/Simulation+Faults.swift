import Foundation
import GRDB
import Pipelines
import Records
import Store
import Synchronization
import TestSupport

extension Simulation {
  struct Thrown: Error {}

  /// One attempt under a fault. It may end well or not; what it must not do is harm what follows.
  mutating func suffer(_ fault: Fault, _ attempt: Attempt) throws {
    let stages = NightStage.allCases.map { $0.rawValue }
    let border = (
      stages.randomElement(using: &random) ?? "judge", Bool.random(using: &random)
    )
    detail = "\(border.0) \(border.1 ? "start" : "end")"
    switch fault {
    case .none: break
    case .thrown:
      try mayFail {
        try attempt.run { options in
          options.boundary = { if $0 == border.0, $1 == border.1 { throw Thrown() } }
        }
      }
    case .killedAtBorder:
      let child = try ChildNight.start(attempt, ["die", border.0, border.1 ? "start" : "end"])
      child.waitUntilExit()
    case .killedAtAnyInstant:
      let child = try ChildNight.start(attempt, ["run"])
      let delay = Int.random(in: 1...max(2, usualMicroseconds), using: &random)
      detail = "after \(delay) µs"
      usleep(useconds_t(delay))
      kill(child.processIdentifier, SIGKILL)
      child.waitUntilExit()
    case .diskFull:
      let limit = Int.random(in: 1...max(2, databaseBytes * 3 / 2), using: &random)
      detail = "at \(limit) bytes"
      try ChildNight.start(attempt, ["limit", String(limit)]).waitUntilExit()
    case .readError: try sufferReadError(attempt)
    case .vanished: try sufferVanishing(attempt)
    case .busyBeyond, .busyBelow: try sufferLock(fault == .busyBeyond, border.0, attempt)
    case .secondRun: try sufferSecondRun(border.0, attempt)
    case .lostRenames: try sufferLostRenames(attempt)
    case .killedInBackup, .killedInRestoration, .killedInPrune:
      try sufferKilledUpkeep(fault, attempt)
    case .restored:
      try mayFail { try attempt.run() }
      guard let backup, backup.losses == office.losses else { return }
      _ = try StoreRestoration.restore(
        attempt.plan(), from: backup.path, instant: attempt.instant, notice: { _ in })
    }
  }

  /// A night that fails must say why in its own words, and a test's own error comes through as it is.
  func mayFail(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let difference as Difference {
      throw difference
    } catch {
      guard Attempt.reason(of: error).contains(where: { !$0.isWhitespace }) else {
        throw Difference("an attempt failed without a reason")
      }
    }
  }

  /// An operator's command that is killed leaves the store, or the backup, as it was or as it was to be.
  private mutating func sufferKilledUpkeep(_ fault: Fault, _ attempt: Attempt) throws {
    let plan = try attempt.plan()
    guard FileManager.default.fileExists(atPath: plan.workspace + "/ip.sqlite") else { return }
    let target = office.path("backup/killed.sqlite")
    var task = ["prune", String(Int.random(in: 0...1, using: &random))]
    if fault == .killedInBackup { task = ["backup", target] }
    if fault == .killedInRestoration {
      // What was deleted or replaced since a backup cannot be read again.
      guard let backup, backup.losses == office.losses else { return }
      task = ["restore", backup.path]
    }
    let child = try ChildNight.start(attempt, task)
    // From the start of the process to somewhat after its usual end.
    let delay = Int.random(in: 1...150_000, using: &random)
    detail = "after \(delay) µs"
    usleep(useconds_t(delay))
    kill(child.processIdentifier, SIGKILL)
    child.waitUntilExit()
    detail += child.terminationReason == .uncaughtSignal ? "" : ", too late"
    if FileManager.default.fileExists(atPath: target),
      let fault = try StoreState.integrityFaults(of: target).first
    {
      throw Difference("a killed backup stands under its name and is damaged: \(fault)")
    }
  }

  /// `/proc/self/mem` is a regular file whose first byte cannot be read: EIO.
  private mutating func sufferReadError(_ attempt: Attempt) throws {
    guard let name = try office.someInput(&random) else { return }
    detail = name
    let path = office.path(name)
    let aside = office.path("aside")
    try office.move(path, to: aside)
    if geteuid() != 0, Bool.random(using: &random) {
      try FileManager.default.copyItem(atPath: aside, toPath: path)
      chmod(path, 0)
    } else {
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "/proc/self/mem")
    }
    try mayFail { try attempt.run() }
    try FileManager.default.removeItem(atPath: path)
    try office.move(aside, to: path)
  }

  private mutating func sufferVanishing(_ attempt: Attempt) throws {
    let unread = try RunPreview.of(try attempt.plan()).toRead.map { $0.name }
    guard let name = try unread.randomElement(using: &random) ?? office.someInput(&random) else {
      return
    }
    detail = name
    let path = office.path(name)
    let aside = office.path("aside")
    try mayFail {
      try attempt.run { options in
        options.boundary = { stage, isStart in
          if stage == "read", isStart { rename(path, aside) }
        }
      }
    }
    if FileManager.default.fileExists(atPath: aside) { try office.move(aside, to: path) }
  }

  private func sufferLock(_ isBeyond: Bool, _ stage: String, _ attempt: Attempt) throws {
    let database = office.project.workspacePath + "/ip.sqlite"
    guard FileManager.default.fileExists(atPath: database) else { return }
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: database, configuration: configuration)
    let isHeld = Mutex(false)
    try mayFail {
      try attempt.run { options in
        options.boundary = { found, isStart in
          guard found == stage, isStart,
            (try? other.inDatabase({ db in
              try db.execute(sql: "BEGIN EXCLUSIVE")
            })) != nil
          else { return }
          isHeld.withLock { $0 = true }
          guard !isBeyond else { return }
          Thread.detachNewThread {
            usleep(100_000)
            try? other.inDatabase { try $0.execute(sql: "ROLLBACK") }
            isHeld.withLock { $0 = false }
          }
        }
      }
    }
    while !isBeyond, isHeld.withLock({ $0 }) { usleep(10_000) }
    if isHeld.withLock({ $0 }) { try? other.inDatabase { try $0.execute(sql: "ROLLBACK") } }
    try other.close()
  }

  /// The second must stand back and say for whom, and leave the first alone.
  private func sufferSecondRun(_ stage: String, _ attempt: Attempt) throws {
    let errors = office.path("second.txt")
    let status = Mutex<Int32?>(nil)
    try mayFail {
      try attempt.run { options in
        options.boundary = { found, isStart in
          guard found == stage, isStart else { return }
          let second = try ChildNight.start(attempt, ["run"], errors: errors)
          second.waitUntilExit()
          status.withLock { $0 = second.terminationStatus }
        }
      }
    }
    guard let status = status.withLock({ $0 }) else { return }
    let said = try office.project.text("second.txt")
    guard status == 2, said.contains("another run holds workspace"),
      said.contains("pid") || said.contains("process")
    else {
      throw Difference("a second run ended with \(status): \(said)")
    }
  }

  private mutating func sufferLostRenames(_ attempt: Attempt) throws {
    let seed = random.next()
    let dice = Mutex(SeededGenerator(seed: max(1, seed)))
    try mayFail {
      try attempt.run { options in
        options.rename = { old, new in
          switch dice.withLock({ Int.random(in: 0..<4, using: &$0) }) {
          case 0, 1: return 0
          case 2:
            _ = rename(old, new)
            errno = ESTALE
            return -1
          default: return rename(old, new)
          }
        }
      }
    }
  }
}
