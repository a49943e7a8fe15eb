import Foundation

/// Units read by several threads, whose results come out in the order of the units.
///
/// `@unchecked Sendable`: the feeder is guarded by `feeding`, all else by `condition`.
final class OrderedWork<T: Sendable>: @unchecked Sendable {
  private let feeder: Feeder
  /// So many results may wait to be taken.
  private let window: Int
  private let feeding = NSLock()
  private var handedOut = 0

  private let condition = NSCondition()
  private var results: [Int: Result<T, any Error>] = [:]
  private var taken = 0
  private var total: Int?
  private var isStopped = false
  private var workers = 0
  private var started = 0

  init(feeder: Feeder, window: Int) {
    self.feeder = feeder
    self.window = window
  }

  func addWorker() { condition.withLock { workers += 1 } }

  /// A worker's loop: take a unit, make its result, until there are no more.
  func run(_ make: (Feeder.Unit) throws -> T) {
    while mayStart() {
      feeding.lock()
      let number = handedOut
      let unit = feeder.next()
      if unit != nil { handedOut += 1 }
      feeding.unlock()
      guard let unit else {
        condition.withLock { total = number }
        break
      }
      let result = Result { try make(unit) }
      condition.withLock {
        results[number] = result
        condition.broadcast()
      }
    }
    end(nil)
  }

  /// A worker ended, by an error where one is given.
  func end(_ error: (any Error)?) {
    condition.withLock {
      workers -= 1
      if let error {
        results[taken] = .failure(error)
        isStopped = true
      }
      condition.broadcast()
    }
  }

  /// The next result in order, nil at the end.
  func next() throws -> T? {
    try condition.withLock {
      while results[taken] == nil {
        if let total, taken >= total { return nil }
        condition.wait()
      }
      let result = results.removeValue(forKey: taken)
      taken += 1
      condition.broadcast()
      return try result?.get()
    }
  }

  /// Ends the workers, after what they are at, and waits for them.
  func stop() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
      while workers > 0 { condition.wait() }
    }
  }

  private func mayStart() -> Bool {
    condition.withLock {
      while started - taken >= window, !isStopped, total == nil { condition.wait() }
      started += 1
      return !isStopped && total == nil
    }
  }
}
