import Foundation

extension Double {
  static func ln(_ value: Double) -> Double { log(value) }
  static func e(_ value: Double) -> Double { exp(value) }
  static func pow10(_ value: Double) -> Double { pow(10, value) }
}
