/// The name of a volume of a split archive, told by its ending.
///
/// `x.z01`, `x.z02`, … and last `x.zip`, as ZIP programs split; or `x.zip.001`, `x.zip.002`, …, also of
/// `.tar`, `.gz` and `.tgz`, one file cut by bytes.
package struct VolumeName: Hashable, Sendable {
  /// What all volumes of a set share.
  package var set: String
  /// The place in the set, from 1 on; nil for the last volume where it has no number.
  package var number: Int?
  private var digits: Int

  /// Nil for a name that can be none of a split archive's volumes.
  package init?(_ name: String) {
    guard let point = name.utf8.lastIndex(of: 0x2E) else { return nil }
    let base = String(name[..<point])
    let ending = name[point...].dropFirst().lowercased()
    if ending == "zip" {
      (set, number, digits) = (base + ".zip", nil, 2)
      return
    }
    let isByteSplit =
      MemberName.hasEnding(base, ".zip") || MemberName.hasEnding(base, ".tar")
      || MemberName.hasEnding(base, ".gz") || MemberName.hasEnding(base, ".tgz")
    let text = isByteSplit ? ending[...] : ending.dropFirst()
    guard isByteSplit || ending.hasPrefix("z"), text.utf8.count >= (isByteSplit ? 3 : 2),
      text.utf8.count <= 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number > 0
    else { return nil }
    self.number = number
    digits = text.utf8.count
    set = isByteSplit ? base + ".*" : base + ".zip"
  }

  /// The name for the set: that of its `.zip`, or of its volume 1.
  package var title: String { self.set.hasSuffix(".*") ? name(of: 1) : self.set }

  /// The name of another volume of the set.
  package func name(of number: Int) -> String {
    let text = String(number)
    let padded = String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    return set.hasSuffix(".*") ? set.dropLast() + padded : set.dropLast(3) + "z" + padded
  }
}
