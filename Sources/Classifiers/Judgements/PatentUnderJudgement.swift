import Dossiers
import Records

/// All that the criteria look at in one patent.
package struct PatentUnderJudgement: Sendable {
  package var state: DossierState
  package var text: PatentText
  /// The registers' rows of this patent, in the order of the registers.
  package var pledges: [PledgeRow]
  package var awards: [AwardRow]
  package var families: [FamilyRow]
  package var decisions: [IndustryDecisionRow]
  /// The rights of its simple family that worldwide data tell of.
  package var familyRights: [FamilyRight]
  /// The security interests recorded against them.
  package var securityInterests: [SecurityInterest]

  package init(
    state: DossierState, text: PatentText, pledges: [PledgeRow] = [], awards: [AwardRow] = [],
    families: [FamilyRow] = [], decisions: [IndustryDecisionRow] = [],
    familyRights: [FamilyRight] = [], securityInterests: [SecurityInterest] = []
  ) {
    self.state = state
    self.text = text
    self.pledges = pledges
    self.awards = awards
    self.families = families
    self.decisions = decisions
    self.familyRights = familyRights
    self.securityInterests = securityInterests
  }
}

/// The texts and classifications of the newest publication.
package struct PatentText: Sendable {
  package var title: String?
  package var abstract: String?
  /// First = main.
  package var ipc: [IPCEntry]
  package var source: Source?

  package init(
    title: String? = nil, abstract: String? = nil, ipc: [IPCEntry] = [], source: Source? = nil
  ) {
    self.title = title
    self.abstract = abstract
    self.ipc = ipc
    self.source = source
  }
}
