import Records

/// What a conveyance text says was recorded.
///
/// The text is free (some 160,000 different ones are on record), led by some ten standard phrases.
/// Whole words decide, in this order; where two kinds are named together, none is given:
/// 1. `CORRECTIVE`, `CORRECTION`, `CORRECTED`: a correction, whatever the corrected text was.
/// 2. A security interest, agreement, lien, mortgage, collateral or pledge: registered; with a release
///    or termination cancelled; amended, assigned or subordinated changed. `SECURED PARTY` alone
///    registers nothing.
/// 3. A licence: recorded; with a termination cancelled; amended changed.
/// 4. `MERGER`: transferred, with or without a change of name.
/// 5. A change of name, of address, or of both.
/// 6. `ASSIGNMENT OF ASSIGNORS INTEREST`, or a plain assignment, nunc pro tunc or not: transferred.
///
/// Everything else (court orders, letters of testamentary, government interests, changes of legal
/// form) has no class. Source: USPTO, MPEP § 302.08 and the conveyance types of the recordation cover
/// sheet PTO-1595; `examples` shows each.
enum Conveyance {
  static func eventClass(of text: String) -> LegalEventClass? {
    let words = Words(text)
    if words.hasAny("CORRECTIVE", "CORRECTION", "CORRECTED") { return .correction }
    let isAssignment = words.hasAny("ASSIGNMENT", "ASSIGNMENTS")
    let isLicence = words.hasAny("LICENSE", "LICENSES", "LICENCE", "SUBLICENSE", "CROSSLICENSE")
    let isMerger = words.hasAny("MERGER", "MERGERS")
    let isName = words.has("CHANGE", "OF", "NAME") || words.has("NAME", "CHANGE")
    let isAddress = words.has("CHANGE", "OF", "ADDRESS") || (isName && words.hasAny("ADDRESS"))
    let ends = words.hasAny(
      "RELEASE", "RELEASES", "RELEASED", "TERMINATION", "TERMINATED", "TERMINATING", "SATISFACTION",
      "DISCHARGE", "DISCHARGED", "CANCELLATION", "RECONVEYANCE")
    let changes = words.hasAny("AMENDMENT", "AMENDMENTS", "AMENDED", "SUBORDINATION")
    if words.hasAny(
      "SECURITY", "SECURED", "LIEN", "LIENS", "MORTGAGE", "MORTGAGES", "COLLATERAL", "PLEDGE")
    {
      if isLicence || isMerger || isName || words.beginsAssignmentOfInterest { return nil }
      if words.hasAny("FORECLOSURE", "REASSIGNMENT", "RESCISSION", "WAIVER", "INTERCREDITOR") {
        return ends ? .pledgeCancelled : nil
      }
      if ends { return .pledgeCancelled }
      if changes || words.assignsSecurity { return .pledgeChanged }
      return words.isSecuredPartyOnly ? nil : .pledgeRegistered
    }
    if isLicence {
      if isAssignment || isMerger || isName { return nil }
      return ends ? .licenceCancelled : changes ? .licenceChanged : .licenceRecorded
    }
    if ends { return nil }
    if isMerger { return isAssignment ? nil : .transferred }
    if isName || isAddress {
      if isAssignment { return nil }
      return isName && isAddress ? .partyChanged : isName ? .renamed : .readdressed
    }
    return words.beginsAssignmentOfInterest || words.isPlainAssignment ? .transferred : nil
  }

  /// Texts with their classes.
  static let examples: [(text: String, eventClass: LegalEventClass?)] = [
    ("ASSIGNMENT OF ASSIGNORS INTEREST (SEE DOCUMENT FOR DETAILS).", .transferred),
    ("ASSIGNMENT OF ASSIGNOR'S INTEREST", .transferred),
    ("NUNC PRO TUNC ASSIGNMENT (SEE DOCUMENT FOR DETAILS).", .transferred),
    ("MERGER (SEE DOCUMENT FOR DETAILS).", .transferred),
    ("MERGER AND CHANGE OF NAME (SEE DOCUMENT FOR DETAILS).", .transferred),
    ("CHANGE OF NAME (SEE DOCUMENT FOR DETAILS).", .renamed),
    ("CHANGE OF ADDRESS", .readdressed),
    ("CHANGE OF NAME AND ADDRESS", .partyChanged),
    ("SECURITY INTEREST (SEE DOCUMENT FOR DETAILS).", .pledgeRegistered),
    ("SECURITY AGREEMENT", .pledgeRegistered),
    ("PATENT SECURITY AGREEMENT", .pledgeRegistered),
    ("SECOND SUPPLEMENT TO INTELLECTUAL PROPERTY SECURITY AGREEMENT", .pledgeRegistered),
    ("LIEN (SEE DOCUMENT FOR DETAILS).", .pledgeRegistered),
    ("MORTGAGE (SEE DOCUMENT FOR DETAILS).", .pledgeRegistered),
    ("COLLATERAL ASSIGNMENT OF PATENTS", .pledgeRegistered),
    ("ASSIGNMENT FOR SECURITY -- PATENTS", .pledgeRegistered),
    ("RELEASE BY SECURED PARTY (SEE DOCUMENT FOR DETAILS).", .pledgeCancelled),
    ("TERMINATION AND RELEASE OF SECURITY INTEREST IN PATENTS", .pledgeCancelled),
    ("SATISFACTION OF SECURITY INTEREST", .pledgeCancelled),
    ("RELEASE OF LIEN", .pledgeCancelled),
    ("DISCHARGE OF MORTGAGE", .pledgeCancelled),
    ("REASSIGNMENT AND RELEASE OF SECURITY INTEREST", .pledgeCancelled),
    ("ASSIGNMENT OF SECURITY INTEREST IN PATENTS", .pledgeChanged),
    ("ASSIGNMENT OF PATENT SECURITY AGREEMENT", .pledgeChanged),
    ("AMENDED AND RESTATED PATENT SECURITY AGREEMENT", .pledgeChanged),
    ("SUBORDINATION OF SECURITY INTEREST", .pledgeChanged),
    ("LICENSE (SEE DOCUMENT FOR DETAILS).", .licenceRecorded),
    ("CONFIRMATORY LICENSE (SEE DOCUMENT FOR DETAILS).", .licenceRecorded),
    ("TERMINATION OF LICENSE AGREEMENT", .licenceCancelled),
    ("AMENDMENT TO LICENSE AGREEMENT", .licenceChanged),
    (
      "CORRECTIVE ASSIGNMENT TO CORRECT THE NATURE OF CONVEYANCE FROM SECURITY INTEREST TO RELEASE "
        + "PREVIOUSLY RECORDED ON REEL 027266 FRAME 0843.", .correction
    ),
    ("CORRECTION TO THE FIRST INVENTOR'S LAST NAME ON THE COVERSHEET", .correction),
    ("ASSIGNMENT BY SECURED PARTY", nil),
    ("FORECLOSURE OF SECURITY INTEREST", nil),
    ("REASSIGNMENT OF SECURITY INTEREST", nil),
    ("SECURITY AGREEMENT AND LICENSE", nil),
    ("ASSIGNMENT OF ASSIGNORS INTEREST SUBJECT TO SECURITY INTEREST", nil),
    ("ASSIGNMENT OF LICENSE", nil),
    ("RELEASE (SEE DOCUMENT FOR DETAILS).", nil),
    ("TERMINATION OF ASSIGNMENT", nil),
    ("CONDITIONAL ASSIGNMENT (SEE DOCUMENT FOR DETAILS).", nil),
    ("CHANGE OF LEGAL FORM", nil),
    ("GOVERNMENT INTEREST AGREEMENT", nil),
    ("COURT ORDER (SEE DOCUMENT FOR DETAILS).", nil),
    ("CLIENT AND ALIEN PROPERTY", nil),
    ("ASSIGNMENT", .transferred),
    ("", nil),
  ]
}
