import Foundation

/// Units read by several threads, whose results come out in the order of the units.
///
/// Small units, as small files are, are taken and handed over in bundles: a lock and a wake-up for
/// each file of 10 KB cost as much as reading it.
///
/// `@unchecked Sendable`: the feeder is guarded by `feeding`, all else by `condition`.
final class OrderedWork<T: Sendable>: @unchecked Sendable {
  private let feeder: Feeder
  /// So many results may wait to be taken.
  private let window: Int
  private let feeding = NSLock()
  private var handedOut = 0

  private let condition = NSCondition()
  private var results: [Int: Result<[T], any Error>] = [:]
  private var taken = 0
  private var total: Int?
  private var isStopped = false
  private var workers = 0
  private var started = 0
  /// Results of the bundle that is being taken, last first; used by the consumer alone.
  private var bundle: [T] = []

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
      var units: [Feeder.Unit] = []
      var bytes = 0
      while bytes < Feeder.bundleBytes, let unit = feeder.next() {
        units.append(unit)
        bytes += unit.cost
      }
      if !units.isEmpty { handedOut += 1 }
      feeding.unlock()
      guard !units.isEmpty else {
        condition.withLock { total = number }
        break
      }
      // All are made even if one fails: others wait for the blocks before theirs.
      let made = units.map { unit in Result { try make(unit) } }
      let result = Result { try made.map { try $0.get() } }
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
    if let result = bundle.popLast() { return result }
    guard let results = try nextBundle() else { return nil }
    bundle = results.reversed()
    return bundle.popLast()
  }

  private func nextBundle() throws -> [T]? {
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
