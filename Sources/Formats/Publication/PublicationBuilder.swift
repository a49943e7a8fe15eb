import Records

/// Collects the fields of one document and makes the publication of them.
struct PublicationBuilder {
  let format: String
  let document: ParsedDocument
  /// The office of documents that do not name it; nil where all must.
  var defaultCountry: FieldText? = "CN"
  /// The office of cited documents that name none; nil where it is unknown.
  var citedCountry: FieldText?
  /// The form of numbers that is taken where several are given, `docdb`.
  var numberForm: FieldText?
  /// The forms of priorities and citations from the most to the least wanted.
  var numberForms: [FieldText] { numberForm.map { [$0, "epodoc"] } ?? [] }
  /// The renderings of parties from the most to the least wanted; empty where the general rules of
  /// ``PartyDraft`` serve.
  var partyForms: [FieldText] = []
  /// The language of texts that name none.
  var defaultLanguage = "zh"
  /// Where the record begins in the document's bytes; nil for a document of one record.
  var start: Int?
  var root = NumberDraft()
  var status: DeliveryStatus?
  var producedOn: CalendarDay?
  var publications: [NumberDraft] = []
  var applications: [NumberDraft] = []
  var priorities: [NumberDraft] = []
  var parents: [NumberDraft] = []
  var citations: [NumberDraft] = []
  var relatedPublications: [NumberDraft] = []
  var internationalApplications: [NumberDraft] = []
  var internationalPublications: [NumberDraft] = []
  var nationalEntry: PartialDate?
  var titles = LanguageTexts()
  var titleLanguage: FieldText?
  var titleFormat: FieldText?
  var abstracts = LanguageTexts()
  var abstractLanguage: FieldText?
  var abstractFormat: FieldText?
  var claims = 0
  private var hasAllClaims = false
  var claimTotal: Int?
  var classifications: [ClassificationDraft] = []
  var cooperativeClassifications: [ClassificationDraft] = []
  /// Symbols of earlier editions of the IPC.
  var earlierClassifications: [String] = []
  var familyIdentifier: String?
  var family: [FamilyMemberDraft] = []
  var locarno: [String] = []
  var locarnoTexts: [String] = []
  var applicants: [PartyDraft] = []
  var assignees: [PartyDraft] = []
  var inventors: [PartyDraft] = []
  var agencies: [PartyDraft] = []
  var customerNumber: FieldText?

  /// The group whose fields are being read.
  private var group: PublicationField = .reference

  init(format: String, _ document: ParsedDocument) {
    self.format = format
    self.document = document
  }

  /// Reads all fields of the document and makes its publication, or its publications where records
  /// begin and end in it. What stands before the first record holds for all of them.
  ///
  /// - Parameter configure: sets what the format wants to have different.
  static func read(
    format: String, _ document: ParsedDocument, into output: inout ReadOutput,
    configure: (inout PublicationBuilder) -> Void = { _ in }
  ) {
    var head = PublicationBuilder(format: format, document)
    configure(&head)
    var builder = head
    var isInRecord = false
    var hasRecords = false
    let captured = document.captured
    for index in 0..<captured.count {
      let item = captured.items[index]
      guard let field = PublicationField(rawValue: item.field) else { continue }
      switch field {
      case .record:
        if !hasRecords { head = builder }
        hasRecords = true
        isInRecord = true
        builder = head
        builder.start = Int(item.start)
      case .recordEnd:
        if isInRecord { builder.finish(end: Int(item.start), into: &output) }
        isInRecord = false
      default: builder.take(field, item)
      }
    }
    if !hasRecords { builder.finish(end: document.bytes.count, into: &output) }
  }

  mutating func take(_ field: PublicationField, _ item: CapturedFields.Item) {
    switch field {
    case .rootStatus: status = document.text(item).flatMap { DeliveryStatus(letter: $0) }
    case .rootProduced: producedOn = document.date(item)?.day ?? producedOn
    case .rootAdded: producedOn = producedOn ?? document.date(item)?.day
    case .rootNumber: root.number = document.fieldValue(item)
    case .rootKind: root.kind = document.fieldValue(item)
    case .rootDate: root.date = document.date(item)
    case .rootCountry: root.country = document.fieldValue(item)
    case .rootLanguage:
      if let value = document.fieldValue(item) {
        defaultLanguage = PublicationField.language(value)
      }
    case .reference, .application, .priority, .parent, .citation, .relatedPublication,
      .internationalApplication, .internationalPublication:
      group = field
      withNumbers { $0.append(NumberDraft(group: $0.count)) }
    case .familyMember:
      group = field
      family.append(FamilyMemberDraft())
    case .familyApplication, .familyPublication:
      group = field
      withNumbers { $0.append(NumberDraft(group: $0.count)) }
    case .rendering: withNumbers { $0.beginRendering() }
    case .linkage:
      let value = document.fieldText(item)
      withNumbers { $0.setLinkage(value) }
    case .fullNumber:
      let value = document.fieldValue(item)
      withNumber { $0.fullNumber = value }
    case .format:
      let value = document.fieldText(item)
      withNumber { $0.dataFormat = value }
    case .applicationType:
      let value = document.fieldText(item)
      withNumber { $0.type = value }
    case .country:
      let value = document.fieldValue(item)
      withNumber { $0.country = value }
    case .number:
      let value = document.fieldValue(item)
      withNumber { $0.number = $0.number ?? value }
    case .kind:
      let value = document.fieldValue(item)
      withNumber { $0.kind = $0.kind ?? value }
    case .date:
      let value = document.date(item)
      withNumber { $0.date = $0.date ?? value }
    case .childNumber:
      let value = document.fieldValue(item)
      withNumber { $0.child = $0.child ?? value }
    case .nationalEntry: nationalEntry = nationalEntry ?? document.date(item)
    case .claimSet: hasAllClaims = claims > 0
    case .claim: if !hasAllClaims { claims += 1 }
    case .claimTotal: claimTotal = claimTotal ?? document.number(item)
    case .titleLanguage: titleLanguage = document.fieldText(item)
    case .titleFormat: titleFormat = document.fieldText(item)
    case .title:
      if let text = document.text(item) {
        titles.add(text, language: language(titleLanguage), form: titleFormat)
      }
      titleLanguage = nil
      titleFormat = nil
    case .abstract:
      abstractLanguage = nil
      abstractFormat = nil
      abstracts.beginElement()
    case .abstractLanguage: abstractLanguage = document.fieldText(item)
    case .abstractFormat: abstractFormat = document.fieldText(item)
    case .paragraph:
      if let text = document.text(item) {
        abstracts.addParagraph(text, language: language(abstractLanguage), form: abstractFormat)
      }
    case .sequence:
      let value = document.number(item)
      if group == .classification || group == .cooperativeClassification {
        withClassification { $0.sequence = value }
      } else if isPartyGroup {
        withParty { $0.sequence = value }
      } else {
        withNumber { $0.sequence = value }
      }
    case .classification:
      group = field
      classifications.append(ClassificationDraft())
    case .cooperativeClassification:
      group = field
      cooperativeClassifications.append(ClassificationDraft())
    case .family: familyIdentifier = familyIdentifier ?? document.value(item)
    case .ipcText, .ipcSection, .ipcClass, .ipcSubclass, .ipcGroup, .ipcSubgroup,
      .classificationScheme, .symbolPosition:
      takeClassification(field, item)
    case .ipcColumns: takeColumns(item)
    case .earlierClassification:
      if let text = document.value(item) { earlierClassifications.append(text) }
    case .locarnoSymbol:
      if let text = document.value(item) {
        locarno.appendOnce(PublicationParts.locarnoClass(digits: text) ?? text)
      }
    case .locarnoText: if let text = document.value(item) { locarnoTexts.appendOnce(text) }
    case .applicant, .assignee, .inventor, .agency:
      group = field
      withParties { $0.append(PartyDraft()) }
    default: takeParty(field, item)
    }
  }

  private func language(_ text: FieldText?) -> String {
    text == nil ? defaultLanguage : PublicationField.language(text)
  }

  var isPartyGroup: Bool {
    group == .applicant || group == .assignee || group == .inventor || group == .agency
  }

  mutating func withClassification(_ change: (inout ClassificationDraft) -> Void) {
    if group == .cooperativeClassification {
      if let last = cooperativeClassifications.indices.last {
        change(&cooperativeClassifications[last])
      }
    } else if let last = classifications.indices.last {
      change(&classifications[last])
    }
  }

  private mutating func withNumber(_ change: (inout NumberDraft) -> Void) {
    withNumbers { numbers in
      if let last = numbers.indices.last { change(&numbers[last]) }
    }
  }

  private mutating func withNumbers(_ change: (inout [NumberDraft]) -> Void) {
    switch group {
    case .reference: change(&publications)
    case .application: change(&applications)
    case .priority: change(&priorities)
    case .parent: change(&parents)
    case .citation: change(&citations)
    case .relatedPublication: change(&relatedPublications)
    case .internationalApplication: change(&internationalApplications)
    case .internationalPublication: change(&internationalPublications)
    case .familyApplication, .familyPublication:
      guard let last = family.indices.last else { return }
      if group == .familyApplication {
        change(&family[last].applications)
      } else {
        change(&family[last].publications)
      }
    default: break
    }
  }

  mutating func withParty(_ change: (inout PartyDraft) -> Void) {
    withParties { parties in
      if let last = parties.indices.last { change(&parties[last]) }
    }
  }

  private mutating func withParties(_ change: (inout [PartyDraft]) -> Void) {
    switch group {
    case .applicant: change(&applicants)
    case .assignee: change(&assignees)
    case .inventor: change(&inventors)
    case .agency: change(&agencies)
    default: break
    }
  }
}

extension PublicationField {
  /// `zh` for anything Chinese or not given, else the lower-case code; of two letters for the
  /// languages of the PCT that are given with three.
  static func language(_ text: FieldText?) -> String {
    guard let text else { return "zh" }
    let code = text.string.lowercased()
    if code == "cn" || code.hasPrefix("zh") { return "zh" }
    return threeLetterLanguages[code] ?? code
  }

  /// Source: ISO 639-2, both its codes where there are two.
  private static let threeLetterLanguages = [
    "chi": "zh", "zho": "zh", "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr",
    "jpn": "ja", "kor": "ko", "spa": "es", "rus": "ru", "por": "pt", "ara": "ar",
  ]
}
