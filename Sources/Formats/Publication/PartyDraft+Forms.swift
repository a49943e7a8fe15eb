extension [PartyDraft] {
  /// One draft for each party, where an exchange document gives all parties in several data formats.
  ///
  /// - `docdb`: capitals, cut at 30 characters, with the residence; `docdba` and `original`: names
  ///   as printed, without it; `epodoc`: capitals with the country in brackets, `NOKIA CORP [FI]`.
  /// - The form named last in `forms` is the one that counts the parties, if it occurs. A better
  ///   form gives the names where it has as many parties, under the same sequence numbers; where it
  ///   has twice as many it holds two renderings one after the other, of which the second is the
  ///   better. Otherwise its names belong to no certain party and are left out.
  /// - The country is that of the rendering which has one.
  /// - The same name under one sequence number of one form is one party delivered twice; other names
  ///   under it are parties of their own.
  ///
  /// - Parameter forms: names of data formats, the best first; empty for formats without any.
  func oneForm(of forms: [FieldText]) -> [PartyDraft] {
    guard !forms.isEmpty, !isEmpty else { return self }
    let found = forms.map { form in members { $0.dataFormat == form } }
    if found.contains(where: { $0.repeatsNumbers }) {
      let unique = withoutRepetitions()
      if unique.count < count { return unique.oneForm(of: forms) }
    }
    let groups = found.map { $0.members }
    guard let base = groups.last(where: { !$0.isEmpty }) else {
      let others = members { draft in !forms.contains { $0 == draft.dataFormat } }.members
      return others.map { draft($0.index, sequence: $0.sequence) }
    }
    let aligned = groups.map { self.aligned($0, with: base) }
    let best = aligned.lazy.compactMap { $0 }.first ?? base.map { $0.index }
    var parties: [PartyDraft] = []
    parties.reserveCapacity(base.count)
    for place in base.indices {
      var party = draft(best[place], sequence: base[place].sequence)
      for group in aligned.reversed() where party.country == nil {
        party.country = group.flatMap { self[$0[place]].withoutBracketedCountry.country }
      }
      parties.append(party)
    }
    return parties
  }

  /// Those without a party that stands again under its number in the same form, with the country that
  /// either gives.
  private func withoutRepetitions() -> [PartyDraft] {
    var kept: [PartyDraft] = []
    for draft in self {
      let clean = draft.withoutBracketedCountry
      guard draft.sequence != nil, let name = clean.fullName,
        let index = kept.firstIndex(where: {
          $0.sequence == draft.sequence && $0.dataFormat == draft.dataFormat
            && $0.fullName == name
            && ($0.country == nil || clean.country == nil || $0.country == clean.country)
        })
      else {
        kept.append(clean)
        continue
      }
      kept[index].country = kept[index].country ?? clean.country
    }
    return kept
  }

  /// A draft among others by its place, since copying whole drafts costs more than comparing them.
  private struct Member {
    var index: Int
    var sequence: Int
  }

  private func draft(_ index: Int, sequence: Int) -> PartyDraft {
    var draft = self[index].withoutBracketedCountry
    draft.sequence = sequence
    return draft
  }

  /// The named drafts that match, in the order of their sequence numbers; numbered as they stand
  /// where not all have a number of their own, be it that there is none or that one repeats.
  private func members(
    where matches: (PartyDraft) -> Bool
  ) -> (members: [Member], repeatsNumbers: Bool) {
    var members: [Member] = []
    var isAscending = true
    var isNumbered = true
    for index in indices where matches(self[index]) && self[index].hasName {
      let sequence = self[index].sequence
      if sequence == nil { isNumbered = false }
      if let last = members.last, let sequence, sequence <= last.sequence { isAscending = false }
      members.append(Member(index: index, sequence: sequence ?? 0))
    }
    if isNumbered, isAscending { return (members, false) }
    if isNumbered, Set(members.map { $0.sequence }).count == members.count {
      return (members.sorted { $0.sequence < $1.sequence }, false)
    }
    for place in members.indices { members[place].sequence = place + 1 }
    return (members, isNumbered)
  }

  /// The drafts that stand for the parties of `base`, one for each; nil if they cannot be told.
  private func aligned(_ members: [Member], with base: [Member]) -> [Int]? {
    if members.count == base.count {
      let isSame = zip(members, base).allSatisfy { $0.sequence == $1.sequence }
      return isSame ? members.map { $0.index } : nil
    }
    guard members.count == 2 * base.count else { return nil }
    let pairs = zip(members.prefix(base.count), members.suffix(base.count))
    let isTwice = pairs.allSatisfy { plain, printed in
      self[plain.index].withoutBracketedCountry.isPlainRendering(
        of: self[printed.index].withoutBracketedCountry)
    }
    return isTwice ? members.suffix(base.count).map { $0.index } : nil
  }
}

extension PartyDraft {
  /// Whether this name in plain capitals and the other are one name in two spellings: the same
  /// consonants and digits (`KYLMAENEN JARI`, `Kylmänen Jari`), or a Latin and another script.
  fileprivate func isPlainRendering(of other: PartyDraft) -> Bool {
    guard let plain = fullName, let printed = other.fullName else { return false }
    let isLatin = plain.unicodeScalars.allSatisfy { $0.value < 0x300 }
    if isLatin, printed.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) { return true }
    return PartyDraft.skeleton(plain) == PartyDraft.skeleton(printed)
  }

  /// The consonants and digits of ASCII in capitals.
  private static func skeleton(_ name: String) -> [UInt8] {
    name.uppercased().utf8.filter { byte in
      switch byte {
      case 0x41, 0x45, 0x49, 0x4F, 0x55: return false
      case 0x30...0x39, 0x42...0x5A: return true
      default: return false
      }
    }
  }

  /// The name without what the service adds: a country in brackets, which becomes the country, and
  /// the comma that sets one name off from the next.
  fileprivate var withoutBracketedCountry: PartyDraft {
    guard let name else { return self }
    let bytes = name.bytes
    var end = bytes.count
    while end > 0 {
      let space = bytes.spaceLength(before: end)
      guard space > 0 || bytes[end - 1] == 0x2C else { break }
      end -= Swift.max(space, 1)
    }
    var draft = self
    if end >= 4, bytes[end - 4] == 0x5B, bytes[end - 1] == 0x5D,
      bytes[(end - 3)..<(end - 1)].allSatisfy({ (0x41...0x5A).contains($0) })
    {
      draft.country = draft.country ?? name[(end - 3)..<(end - 1)]
      end -= 4
      while end > 0, case let space = bytes.spaceLength(before: end), space > 0 { end -= space }
    }
    draft.name = end == bytes.count ? name : name[0..<end]
    return draft
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The length of the white space character that ends before a place, else 0: those of ASCII, and
  /// the spaces of fixed widths with which services set off the country of a name.
  fileprivate func spaceLength(before end: Int) -> Int {
    let last = self[end - 1]
    if last == 0x20 || (0x09...0x0D).contains(last) { return 1 }
    guard last >= 0x80, end >= 2 else { return 0 }
    // U+0085, U+00A0.
    if self[end - 2] == 0xC2 { return last == 0x85 || last == 0xA0 ? 2 : 0 }
    guard end >= 3 else { return 0 }
    switch (self[end - 3], self[end - 2], last) {
    // U+1680; U+2000 to U+200A, U+2028, U+2029, U+202F; U+205F; U+3000.
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }
}
