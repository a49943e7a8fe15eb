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
  func oneForm(of forms: [String]) -> [PartyDraft] {
    guard !forms.isEmpty, !isEmpty else { return self }
    let named = filter { $0.fullName != nil }.map { $0.withoutBracketedCountry }
    let groups = forms.map { form in
      named.filter { $0.dataFormat == form }.withoutRepetitions().inSequence()
    }
    let others = named.filter { draft in !forms.contains { $0 == draft.dataFormat } }
    guard let base = groups.last(where: { !$0.isEmpty }) else { return others.renumbered() }
    let best = groups.compactMap { $0.aligned(with: base) }.first ?? base
    var parties = best
    for index in parties.indices where parties[index].country == nil {
      for group in groups.reversed() {
        guard let country = group.aligned(with: base)?[index].country else { continue }
        parties[index].country = country
        break
      }
    }
    return parties
  }

  /// Those of one form, each sequence number and name once, with the country that any of them gives.
  private func withoutRepetitions() -> [PartyDraft] {
    var kept: [PartyDraft] = []
    for draft in self {
      guard draft.sequence != nil,
        let index = kept.firstIndex(where: {
          $0.sequence == draft.sequence && $0.fullName == draft.fullName
            && ($0.country == nil || draft.country == nil || $0.country == draft.country)
        })
      else {
        kept.append(draft)
        continue
      }
      kept[index].country = kept[index].country ?? draft.country
    }
    return kept
  }

  /// The drafts that stand for the parties of `base`, one for each; nil if they cannot be told.
  private func aligned(with base: [PartyDraft]) -> [PartyDraft]? {
    let drafts: [PartyDraft]
    switch count {
    case base.count: drafts = self
    case 2 * base.count:
      let pairs = zip(prefix(base.count), suffix(base.count))
      guard pairs.allSatisfy({ $0.isPlainRendering(of: $1) }) else { return nil }
      drafts = Array(suffix(base.count))
    default: return nil
    }
    guard count == 2 * base.count || drafts.map({ $0.sequence }) == base.map({ $0.sequence }) else {
      return nil
    }
    return zip(drafts, base).map { draft, base in
      var draft = draft
      draft.sequence = base.sequence
      return draft
    }
  }

  private func inSequence() -> [PartyDraft] {
    let sequences = compactMap { $0.sequence }
    guard sequences.count == count, Set(sequences).count == count else { return renumbered() }
    return sorted { ($0.sequence ?? 0) < ($1.sequence ?? 0) }
  }

  private func renumbered() -> [PartyDraft] {
    enumerated().map { index, draft in
      var draft = draft
      draft.sequence = index + 1
      return draft
    }
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
    guard var text = name else { return self }
    var draft = self
    while let last = text.last, last.isWhitespace || last == "," { text.removeLast() }
    let code = text.suffix(4)
    if code.first == "[", code.last == "]",
      code.dropFirst().dropLast().utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    {
      draft.country = draft.country ?? String(code.dropFirst().dropLast())
      text.removeLast(4)
      while let last = text.last, last.isWhitespace { text.removeLast() }
    }
    draft.name = text.isEmpty ? nil : text
    return draft
  }
}
