import ArgumentParser
import Pipelines
import Reports
import Synchronization

/// How `run` speaks on stderr (`--log-format`).
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  /// Warnings and errors alone, for people; progress on a terminal.
  case text
  /// One JSON object a line: each stage, warnings, errors, the end.
  case json
}

/// What `run` says on stderr, in one of the two forms.
final class RunLog: Sendable {
  let format: LogFormat
  private let clock: @Sendable () -> String
  /// Whether a line has told how the run ended.
  private let hasEnded = Mutex(false)

  init(_ format: LogFormat, clock: @escaping @Sendable () -> String) {
    self.format = format
    self.clock = clock
  }

  func write(_ line: LogLine) {
    if line.event == "run-ended" { hasEnded.withLock { $0 = true } }
    switch format {
    case .json: Terminal.say(line.json)
    case .text:
      // The command prints how it ended itself.
      if line.level == .warning, let message = line.message { Terminal.say("warning: \(message)") }
      if line.event == "look-back", let message = line.message { Terminal.say(message) }
    }
  }

  /// Says a sentence about what was published.
  func say(_ message: String, event: String) {
    switch format {
    case .text: Terminal.say(message)
    case .json:
      write(LogLine(time: clock(), level: .warning, event: event, message: message))
    }
  }

  func progress(_ line: String) {
    if format == .text { Terminal.progress(line) }
  }

  /// Runs `body`; whatever it throws is told once, in the form asked for, and ends with code 2.
  func reporting(_ body: () throws -> Void) throws {
    guard format == .json else { return try CommandFailure.reporting(body) }
    do {
      try body()
    } catch let exit as ExitCode {
      throw exit
    } catch let usage as ValidationError {
      throw usage
    } catch {
      if !hasEnded.withLock({ $0 }) {
        let failure = NightFailure(error)
        write(
          LogLine(
            time: clock(), level: .error, event: "run-ended", message: failure.reason,
            members: [.init("outcome", "failed"), .init("code", .text(failure.code))]))
      }
      throw ExitCode(2)
    }
  }
}
