/// Tells a plan's path among arguments that may also be names of runs or rejects.
enum PlanPath {
  /// Whether an argument is a plan's path: it ends in `.yml` or `.yaml`, which no id does.
  static func isOne(_ argument: String) -> Bool {
    argument.hasSuffix(".yml") || argument.hasSuffix(".yaml")
  }
}
