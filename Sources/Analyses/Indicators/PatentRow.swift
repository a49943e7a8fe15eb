import Records

/// One patent of the base set: a row of `patents.csv`. Grain: one row per application number.
package struct PatentRow: Hashable, Sendable {
  package var applicationNumber: ApplicationNumber
  /// Of the granting document; nil where only a legal event proves the grant.
  package var publicationNumber: PublicationNumber?
  package var title: String?
  /// The first patentee at the cut-off.
  package var owner: String?
  package var region: RegionCode
  package var filingDate: PartialDate?
  package var grantDate: PartialDate?
  /// The main IPC symbol, or the malformed text that stands in its place.
  package var mainSymbol: String?
  package var verdicts: CriterionVerdicts
  /// Codes of the 战略性新兴产业 rules that hit under the plan's calibre: each once, in numeric order.
  package let industryCodes: [String]

  package init(
    applicationNumber: ApplicationNumber, publicationNumber: PublicationNumber?, title: String?,
    owner: String?, region: RegionCode, filingDate: PartialDate?, grantDate: PartialDate?,
    mainSymbol: String?, verdicts: CriterionVerdicts, industryCodes: [String]
  ) {
    self.applicationNumber = applicationNumber
    self.publicationNumber = publicationNumber
    self.title = title
    self.owner = owner
    self.region = region
    self.filingDate = filingDate
    self.grantDate = grantDate
    self.mainSymbol = mainSymbol
    self.verdicts = verdicts
    self.industryCodes = PatentRow.inNumericOrder(industryCodes)
  }

  package var isHighValue: Bool { verdicts.isAnyMet }

  /// Whether the row stands before `other` in the published table, which is sorted by the text of
  /// the number: those of the first era follow those that begin with 20.
  package func precedes(_ other: PatentRow) -> Bool {
    applicationNumber.canonical.utf8.lexicographicallyPrecedes(
      other.applicationNumber.canonical.utf8)
  }

  /// Codes such as `1.2` and `1.10` by the numbers between their points, each once.
  private static func inNumericOrder(_ codes: [String]) -> [String] {
    let keyed = codes.map { code in
      (code, code.split(separator: ".").map { Int($0) ?? Int.max })
    }
    let ordered = keyed.sorted { left, right in
      left.1 == right.1 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
    }
    var result: [String] = []
    for (code, _) in ordered where result.last != code { result.append(code) }
    return result
  }
}
