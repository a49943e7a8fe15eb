import Records

/// One invented application: what the files will say about it, and what is true of it.
///
/// The truth is decided first; documents, events and register rows are then laid out to tell it.
struct Application: Sendable {
  var index: Int
  var number: ApplicationNumber
  var right: Right
  var filed: CalendarDay
  /// The parent's number, for a divisional.
  var parent: ApplicationNumber?
  var internationalNumber: String?
  var priority: (country: String, number: String, date: CalendarDay)?
  var symbols: [String]
  var inventors: [String]
  var agency: (name: String, code: String)
  var documents: [PlannedDocument] = []
  var events: [PlannedEvent] = []
  var pledgeRows: [PledgeEntry] = []
  var awardRows: [AwardEntry] = []
  var familyRows: [FamilyEntry] = []
  var decision: (code: String, belongs: Bool)?
  var truth: Truth
}

/// What is true of an application at the cut-off, under the default calibre.
struct Truth: Sendable {
  enum Standing: Sendable { case inForce, notInForce, undetermined }

  var standing: Standing
  var residence: Residence
  var strategic: Verdict
  /// The strategic-emerging-industry answer if keyword conditions are ignored.
  var strategicByIPC: Bool
  var overseas: Verdict
  var tenYears: Verdict
  var pledge: Verdict
  var award: Verdict
}

/// One delivery of one publication.
struct PlannedDocument: Sendable {
  /// A peculiarity of the file that no reader may stumble over.
  enum Quirk: Sendable {
    case none, markupInTitle, hostileTitle, comments, noBreakSpaces, large, privateUse
  }

  var kind: String
  var number: Int
  var date: CalendarDay
  var produced: CalendarDay
  /// C new, R replace, D delete, A amend, B backfile.
  var status = "C"
  var title: String
  var applicants: [PartyEntry]
  /// Empty for a publication of an application.
  var assignees: [PartyEntry] = []
  var hasAbstract = true
  /// Written in the old format (`cn-patent-document`).
  var isOldFormat = false
  var quirk = Quirk.none
}

/// One record of the legal status.
struct PlannedEvent: Sendable {
  var code: String
  var name: String
  var published: CalendarDay
  var details: String
  /// Delivered a second time with the same PRSID.
  var isRepeated = false
}

/// One row of the pledge register.
struct PledgeEntry: Sendable {
  var contract: String
  var registered: CalendarDay
  var released: CalendarDay?
  /// 万元 as the register writes it.
  var amount: String
}

/// One row of the award register.
struct AwardEntry: Sendable {
  var award: String
  var level: String
  var year: Int
  var link: String
}

/// One row of the family register.
struct FamilyEntry: Sendable {
  var member: String
  var country: String
  var granted: String
  var grantedOn: String = ""
  var ceasedOn: String = ""
  var kind: String = ""
}
