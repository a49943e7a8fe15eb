import ArgumentParser
import Foundation
import Pipelines
import Store

/// Turns failures into one line on stderr and the exit code of the contract.
enum CommandFailure {
  /// Runs `body`; a plan that is wrong or a run that fails ends with code 2.
  static func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
      return
    } catch let failure as PlanError {
      Terminal.say("error: \(failure.text)")
    } catch let failure as RunFailure {
      Terminal.say("error: \(failure.reason)")
    } catch let failure as StoreError {
      Terminal.say("error: \(failure.reason)")
    } catch let exit as ExitCode {
      throw exit
    } catch let usage as ValidationError {
      throw usage
    } catch {
      Terminal.say("error: \(reason(error))")
    }
    throw ExitCode(2)
  }

  /// One line of an error that none of ours has put into words: SQLite's, or the system's on a file.
  static func reason(_ error: any Error) -> String {
    if let error = StoreError(error, path: nil) { return error.reason }
    guard let error = error as? CocoaError else { return "\(error)" }
    let cause = error.underlying as? POSIXError
    let text = cause.map { String(cString: strerror($0.code.rawValue)) }
    return (error.filePath.map { "\($0): " } ?? "") + (text ?? error.localizedDescription)
      + "; check the rights, the free space and the disk"
  }
}
