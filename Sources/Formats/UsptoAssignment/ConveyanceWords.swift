extension Conveyance {
  /// The words of a conveyance text in upper case, without its closing "see document for details".
  struct Words {
    private let words: [String]

    init(_ text: String) {
      var words: [String] = []
      var word = ""
      for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A: word.unicodeScalars.append(scalar)
        case 0x61...0x7A: word.unicodeScalars.append(UnicodeScalar(UInt8(scalar.value - 0x20)))
        // ASSIGNOR'S is ASSIGNORS.
        case 0x27, 0x2019: break
        default:
          if !word.isEmpty { words.append(word) }
          word = ""
        }
      }
      if !word.isEmpty { words.append(word) }
      let closing = ["SEE", "DOCUMENT", "FOR", "DETAILS"]
      if words.suffix(4).elementsEqual(closing) { words.removeLast(4) }
      self.words = words
    }

    func hasAny(_ wanted: String...) -> Bool { words.contains { wanted.contains($0) } }

    /// Whether the words stand there one after the other.
    func has(_ wanted: String...) -> Bool {
      words.indices.contains { words[$0...].starts(with: wanted) }
    }

    /// `ASSIGNMENT OF ASSIGNORS INTEREST`, the standard phrase of a transfer.
    var beginsAssignmentOfInterest: Bool {
      let phrase = substance
      return phrase.starts(with: ["ASSIGNMENT", "OF", "ASSIGNORS", "INTEREST"])
        || phrase.starts(with: ["ASSIGNMENT", "OF", "ASSIGNOR", "INTEREST"])
    }

    var isPlainAssignment: Bool {
      substance.elementsEqual(["ASSIGNMENT"]) || substance.elementsEqual(["ASSIGNMENTS"])
    }

    /// Whether the security itself goes to another creditor: `ASSIGNMENT OF PATENT SECURITY
    /// AGREEMENT`, unlike `COLLATERAL ASSIGNMENT OF PATENTS` and `ASSIGNMENT OF PATENTS AS SECURITY`.
    var assignsSecurity: Bool {
      let describing = ["A", "THE", "PATENT", "PATENTS", "INTELLECTUAL", "PROPERTY", "IP", "FIRST"]
      for index in words.indices where ["ASSIGNMENT", "TRANSFER"].contains(words[index]) {
        let object = words[words.index(after: index)...]
        guard object.first == "OF" || object.first == "OR",
          let noun = object.dropFirst().first(where: { !describing.contains($0) })
        else { continue }
        if ["SECURITY", "LIEN", "MORTGAGE", "COLLATERAL", "PLEDGE"].contains(noun) { return true }
      }
      return false
    }

    /// Whether security is spoken of only as `SECURED PARTY`.
    var isSecuredPartyOnly: Bool {
      !hasAny(
        "SECURITY", "LIEN", "LIENS", "MORTGAGE", "MORTGAGES", "COLLATERAL", "PLEDGE")
    }

    private var substance: ArraySlice<String> {
      words.starts(with: ["NUNC", "PRO", "TUNC"]) ? words.dropFirst(3) : words[...]
    }
  }
}
