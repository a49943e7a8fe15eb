import ArgumentParser
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
      Terminal.say("error: \(error)")
    }
    throw ExitCode(2)
  }
}
