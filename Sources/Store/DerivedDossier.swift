import Records

/// One judged invention as the derived tables keep it: a row of `dossier` and its rows of `label`.
///
/// Only inventions that are in force (or may be) and belong to the plan's region (or may) have a
/// row; everything else decides nothing.
package struct DerivedDossier: Sendable {
  /// The verdict of one criterion.
  package struct Label: Sendable {
    package var criterion: String
    /// `met`, `not_met` or `undetermined`.
    package var verdict: String
    /// What is missing, for an undetermined verdict.
    package var missing: String?

    package init(criterion: String, verdict: String, missing: String? = nil) {
      self.criterion = criterion
      self.verdict = verdict
      self.missing = missing
    }
  }

  /// A point in which the register and worldwide data contradict each other about the family.
  package struct Disagreement: Sendable, Hashable {
    package var member: String
    package var kind: String
    package var registerValue: String?
    package var registerSource: Source?
    package var bulkValue: String
    package var bulkSource: Source

    package init(
      member: String, kind: String, registerValue: String?, registerSource: Source?,
      bulkValue: String, bulkSource: Source
    ) {
      self.member = member
      self.kind = kind
      self.registerValue = registerValue
      self.registerSource = registerSource
      self.bulkValue = bulkValue
      self.bulkSource = bulkSource
    }
  }

  package var applicationNumber: String
  /// `in-force` or `undetermined`.
  package var standing: String
  /// `region` or `unresolved`.
  package var place: String
  /// The resolved division, and the division it is counted under.
  package var region: String?
  package var county: String?
  package var publicationNumber: String?
  package var title: String?
  package var owner: String?
  package var address: String?
  package var filingDate: String?
  package var grantDate: String?
  package var mainIPC: String?
  package var isInBase: Bool
  package var isHighValue: Bool
  /// Whether the patent would count if everything undetermined about it were met.
  package var mayBeHighValue: Bool
  /// The ids of the criteria met, sorted and joined by `;`.
  package var combination: String
  package var industryCodes: String
  /// Whether the patent would count under each reading of the industry criterion.
  package var countsByIPCOnly: Bool
  package var countsWithKeywords: Bool
  /// Whether it counts only thanks to symbols moved to other places of the classification.
  package var countsThroughTransfer: Bool
  /// What the place or the standing lacks, in Chinese.
  package var missing: String?
  /// The evidence as one JSON object; nil where nothing was judged.
  package var evidence: String?
  package var labels: [Label]
  /// How many of its IPC symbols are none.
  package var malformedSymbols = 0
  package var disagreements: [Disagreement] = []

  package init(applicationNumber: String, standing: String, place: String) {
    self.applicationNumber = applicationNumber
    self.standing = standing
    self.place = place
    isInBase = false
    isHighValue = false
    mayBeHighValue = false
    combination = ""
    industryCodes = ""
    countsByIPCOnly = false
    countsWithKeywords = false
    countsThroughTransfer = false
    labels = []
  }
}
