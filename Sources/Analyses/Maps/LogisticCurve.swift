/// A logistic curve through the cumulative count of an industry's applications.
///
/// `y = ceiling / (1 + exp(-rate · (year − middle)))`, fitted by least squares of the logit over a grid of
/// ceilings. Only asked where at least eight years and fifty applications are at hand, else nil: a curve
/// through less says nothing.
package struct LogisticCurve: Hashable, Sendable {
  package let ceiling: Double
  package let rate: Double
  /// The year in which half of the ceiling is reached.
  package let middle: Double
  /// Of the counts, 0 to 1.
  package let rSquared: Double

  /// - Parameter points: years and cumulative counts, ascending, complete years alone.
  package init?(_ points: [(year: Int, count: Double)]) {
    guard points.count >= 8, let last = points.last, last.count >= 50, let first = points.first
    else { return nil }
    let mean = points.reduce(0) { $0 + $1.count } / Double(points.count)
    let total = points.reduce(0) { $0 + ($1.count - mean) * ($1.count - mean) }
    guard total > 0 else { return nil }
    var best: (error: Double, ceiling: Double, rate: Double, middle: Double)?
    for step in 0...60 {
      // From just above what is reached to ten times it, in equal ratios.
      let ceiling = last.count * 1.02 * Double.pow10(Double(step) / 60)
      guard
        let line = LogisticCurve.line(
          points.filter { $0.count > 0 }.map {
            (Double($0.year - first.year), Double.ln($0.count / (ceiling - $0.count)))
          }), line.slope > 1e-6
      else { continue }
      let middle = -line.start / line.slope
      var error = 0.0
      for point in points {
        let value =
          ceiling / (1 + Double.e(-line.slope * (Double(point.year - first.year) - middle)))
        error += (value - point.count) * (value - point.count)
      }
      if best.map({ error < $0.error }) ?? true {
        best = (error, ceiling, line.slope, middle + Double(first.year))
      }
    }
    guard let best else { return nil }
    ceiling = best.ceiling
    rate = best.rate
    middle = best.middle
    rSquared = max(0, 1 - best.error / total)
  }

  /// The year in which a part of the ceiling is reached.
  package func year(at part: Double) -> Double { middle + Double.ln(part / (1 - part)) / rate }

  private static func line(_ points: [(Double, Double)]) -> (start: Double, slope: Double)? {
    let n = Double(points.count)
    guard n >= 3 else { return nil }
    let meanX = points.reduce(0) { $0 + $1.0 } / n
    let meanY = points.reduce(0) { $0 + $1.1 } / n
    let spread = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
    guard spread > 0 else { return nil }
    let slope = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
    return (meanY - slope * meanX, slope)
  }
}
