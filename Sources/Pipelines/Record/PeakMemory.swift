import Glibc

/// How much memory the process has held at most.
enum PeakMemory {
  /// The greatest resident size so far, in bytes; nil where the system does not tell.
  ///
  /// It never falls: a stage that needs less than one before it shows the earlier one's peak.
  static func bytes() -> Int? {
    var usage = rusage()
    guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0, usage.ru_maxrss > 0 else { return nil }
    // Linux counts it in kilobytes.
    return Int(usage.ru_maxrss) * 1024
  }
}
