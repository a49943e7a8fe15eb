import Records

/// The first patentee (第一专利权人) at the cut-off, who decides whose resident the patent is.
///
/// Start: the newest delivery of the grant publication, its assignees, else its applicants. Then the
/// events after the grant, in order: a transfer replaces the owner and the address, the other
/// changes what they name. 共同专利权人 never is the first patentee. Among several pairs the one
/// counts whose 变更前 value is what holds; a pair whose 变更前 value belongs to the past is an event
/// delivered twice and has no second effect.
///
/// Source: 专利法 (2020) art. 10, para. 3: a transfer takes effect on the day of its registration. That
/// the first patentee decides is common practice; how pairs and addresses are read:
/// `Decisions/0009-readings.md`.
package struct FirstPatentee: Hashable, Sendable {
  /// What is known of the address at the cut-off.
  package enum AddressState: String, Hashable, Sendable {
    /// `party.address` is what the newest record gives, which may be nothing.
    case known
    /// The right was transferred and no new address is known; the old one never carries over.
    case unknownAfterTransfer = "unknown-after-transfer"
  }

  /// Country, postcode, structured parts and region only as long as the address is that of the
  /// document: after a change the new address alone decides.
  package var party: Party
  package var address: AddressState
  package var because: [Evidence]
}
