import Formats
import Records
import Store

/// What is known of numbers that have no dossier.
extension Explanation {
  /// The application of a publication number that lacks the letter of its kind, `CN113783949`.
  static func withoutKind(_ text: String, in database: IPDatabase) throws -> ApplicationNumber? {
    guard let number = publicationWithoutKind(text) else { return nil }
    return try database.application(ofPublication: number)
  }

  private static func publicationWithoutKind(_ text: String) -> PublicationNumber? {
    let digits = text.filter { $0 != " " }.dropFirst(2)
    guard text.hasPrefix("CN"), (7...9).contains(digits.count),
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return PublicationNumber(digits)
  }

  /// Why a number without a dossier cannot be explained, what it is, where it is named and what to ask
  /// instead; nil where nothing is known of it.
  ///
  /// - Parameters:
  ///   - number: as typed; `text` without words and marks around it.
  ///   - patent: nil where it is no Chinese number in a known form.
  static func whyWithoutDossier(
    _ number: String, _ text: String, _ patent: PatentNumber?, plan: Plan, in database: IPDatabase
  ) throws -> String? {
    switch patent {
    case .application(let application)?:
      return try chinese(number, database.mentions(of: application))
    case .publication(let publication, _)?:
      return try chinese(number, mentions(ofChinesePublication: publication, in: database))
    case nil: break
    }
    if let publication = publicationWithoutKind(text) {
      return try chinese(number, mentions(ofChinesePublication: publication, in: database))
    }
    guard let office = OfficeNumber(text) else { return nil }
    let mentions = try database.mentions(of: office)
    if office.isInternationalApplication || office.isInternationalPublication {
      return try international(number, office, mentions, plan: plan, in: database)
    }
    guard !mentions.isEmpty else {
      return
        "\(number) is of another office, \(office.country), and is named in none of the files read"
        + TypedNumber(number).patentHint
    }
    return try
      "\(number) is of another office, \(office.country): it is not judged itself, but counts "
      + "in the family of a Chinese application; it is named in:" + list(mentions)
      + wayOut(mentions, "family", plan: plan, in: database)
  }

  /// A Chinese publication in worldwide data, and all that names its application.
  private static func mentions(
    ofChinesePublication number: PublicationNumber, in database: IPDatabase
  ) throws -> [PatentMention] {
    var found = try database.mentions(ofChinesePublication: number)
    for application in Set(found.flatMap { $0.applications }).sorted(by: { $0.key < $1.key }) {
      found += try database.mentions(of: application).filter { item in
        !found.contains { $0.source == item.source }
      }
    }
    return found
  }

  private static func chinese(_ number: String, _ mentions: [PatentMention]) -> String? {
    guard !mentions.isEmpty else { return nil }
    let isWorldwide = mentions.contains { !$0.isRow }
    let own = Set(mentions.flatMap { $0.applications }.map { $0.canonical }).sorted()
    return "\(number)" + (own.isEmpty ? "" : " (application \(own.joined(separator: ", ")))")
      + (isWorldwide
        ? " is known from worldwide data only, which is read for families: no record of CNIPA's was "
          + "read of it, so it is neither judged nor counted; it is named in:"
        : " has no record of its own in the files read, so it is neither judged nor counted; it is "
          + "named in:")
      + list(mentions)
  }

  private static func international(
    _ number: String, _ office: OfficeNumber, _ mentions: [PatentMention], plan: Plan,
    in database: IPDatabase
  ) throws -> String {
    let what =
      "\(number) is an international "
      + (office.isInternationalApplication ? "application" : "publication")
      + " (PCT): only its Chinese national phase, an application of its own, can count"
    let phases = mentions.filter { $0.role.hasPrefix("national phase") }
    if phases.isEmpty {
      let silence = "; no Chinese publication in the store names it as its international one"
      guard !mentions.isEmpty else {
        return what + silence
          + "\nhint: ask for the Chinese application number of the national phase, if it entered China"
      }
      return try what + silence + "; it is named in:" + list(mentions)
        + wayOut(mentions, "family", plan: plan, in: database)
    }
    return try what + "; it is named in:" + list(mentions)
      + wayOut(phases, "national phase", plan: plan, in: database)
  }

  /// How many places are named.
  private static let limit = 5

  private static func list(_ mentions: [PatentMention]) -> String {
    var text = ""
    for item in mentions.prefix(limit) {
      text +=
        "\n\(ReadableText.escaped(item.role)): \(ReadableText.escaped(item.source.file))"
        + (item.source.member.map { ", member \(ReadableText.escaped($0))" } ?? "")
        + ", \(item.isRow ? "row" : "byte") \(item.source.offset)"
    }
    if mentions.count > limit { text += "\n… \(mentions.count - limit) more places" }
    return text
  }

  /// The applications to ask for: those that have a dossier.
  private static func wayOut(
    _ mentions: [PatentMention], _ what: String, plan: Plan, in database: IPDatabase
  ) throws -> String {
    let all = Set(mentions.flatMap { $0.applications }).sorted { $0.key < $1.key }
    guard !all.isEmpty else {
      return "\nhint: no Chinese application is known of its family, so it adds to no figure"
    }
    let read = try all.filter { try database.application($0) != nil }
    guard !read.isEmpty else {
      return
        "\nhint: of its \(what), \(all.map { $0.canonical }.joined(separator: ", ")), no record of "
        + "CNIPA's was read, so it adds to no figure"
    }
    return "\nhint: ask for its \(what): "
      + read.map { "ipatlas explain \($0.canonical) \(plan.path)" }.joined(separator: "; ")
  }
}
