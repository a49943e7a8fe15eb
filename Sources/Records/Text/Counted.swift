extension BinaryInteger {
  /// The number with its noun, for messages to people: `1 day`, `2 days`, `0 entries`.
  ///
  /// - Parameters:
  ///   - noun: in the singular.
  ///   - plural: where it is not the singular with an "s".
  package func counted(_ noun: String, plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
