/// A kind-of-document code of WIPO ST.16 as CNIPA uses it: a letter and at most one digit.
///
/// A publication of an application; B grant (from 2010-04), before 1993 审定公告; C grant 1993–2010;
/// U utility model; Y utility model grant 1993–2010; D and S designs. 8 and 9 mark corrections.
package struct KindCode: Hashable, Comparable, Sendable {
  package let letter: UInt8
  /// The digit behind the letter, or nil.
  package let digit: UInt8?

  /// Reads `A`, `B8`, `0B` (as in CNIPA's file names), in any case.
  package init?(_ text: some StringProtocol) { self.init(String(text)) }

  package init?(_ text: String) {
    var first: UInt8 = 0
    var second: UInt8 = 0
    var count = 0
    for byte in text.utf8 where byte != 0x20 {
      // The 0 of `0B` counts as nothing.
      if count == 0 || first == 0x30 { first = byte } else { second = byte }
      count += 1
      guard count <= 2 else { return nil }
    }
    let letter = first >= 0x61 ? first - 0x20 : first
    guard (0x41...0x5A).contains(letter) else { return nil }
    self.letter = letter
    if second == 0 {
      digit = nil
    } else {
      guard (0x30...0x39).contains(second) else { return nil }
      digit = second - 0x30
    }
  }

  package var text: String {
    String(unsafeUninitializedCapacity: 2) { bytes in
      bytes[0] = letter
      if let digit { bytes[1] = digit + 0x30 }
      return digit == nil ? 1 : 2
    }
  }

  /// Whether the document grants an invention patent: B or C, corrections included.
  package var isInventionGrant: Bool { letter == 0x42 || letter == 0x43 }

  /// Whether the document grants a right of the kind: B or C an invention, U or Y a utility model, S or D
  /// a design, corrections included.
  package func isGrant(of right: Right) -> Bool {
    right == .invention ? isInventionGrant : self.right == right
  }

  /// Whether the document publishes an application that is not granted yet.
  package var isApplicationPublication: Bool { letter == 0x41 }

  /// Whether the document corrects an earlier one: 8 the title page, 9 the whole document.
  package var isCorrection: Bool { digit == 8 || digit == 9 }

  /// The right such a Chinese document concerns, or nil for an unknown letter.
  package var right: Right? {
    switch letter {
    case 0x41, 0x42, 0x43: return .invention
    case 0x55, 0x59: return .utilityModel
    case 0x44, 0x53: return .design
    default: return nil
    }
  }

  /// The right a document of the given office concerns; invention where the letter tells no other.
  ///
  /// Source: WIPO Standard ST.16; P is a plant patent at the USPTO alone.
  package func right(in country: String) -> Right {
    if country == "CN" { return right ?? .invention }
    switch letter {
    case 0x55, 0x59: return .utilityModel
    case 0x53: return .design
    case 0x50 where country == "US": return .plant
    default: return .invention
    }
  }

  package static func < (left: KindCode, right: KindCode) -> Bool {
    (left.letter, left.digit ?? 0) < (right.letter, right.digit ?? 0)
  }
}
