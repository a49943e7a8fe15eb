import Records

/// How much compressed bytes may expand before they count as a bomb.
///
/// More than 64 MB that expand more than 200 fold are one (XML of patents expands 4 to 30 fold), as is
/// anything of more than 64 GB.
enum ExpansionLimit {
  static func fault(compressed: Int, expanded: Int) -> ContainerFault? {
    if expanded > 64 << 20, expanded / 200 > compressed {
      return ContainerFault(
        code: .bomb,
        reason:
          "\(compressed.counted("byte")) \(compressed == 1 ? "expands" : "expand") to \(expanded), more than 200 times as much"
      )
    }
    if expanded > 64 << 30 {
      return ContainerFault(
        code: .bomb, reason: "the content expands to \(expanded.counted("byte"))")
    }
    return nil
  }
}
