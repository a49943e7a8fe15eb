import Records
import Store

/// What is known of numbers that have no dossier.
extension Explanation {
  /// The application of a publication number that lacks the letter of its kind, `CN113783949`.
  static func withoutKind(_ text: String, in database: IPDatabase) throws -> ApplicationNumber? {
    let digits = text.filter { $0 != " " }.dropFirst(2)
    guard text.hasPrefix("CN"), (7...9).contains(digits.count),
      digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = PublicationNumber(digits)
    else { return nil }
    return try database.application(ofPublication: number)
  }

  /// Where a number without a record of its own is named: registers and worldwide data; nil where it is
  /// named nowhere.
  static func whereNamed(_ text: String, in database: IPDatabase) throws -> String? {
    let compact = text.filter { $0 != " " }
    let application = try? ApplicationNumber(parsing: compact)
    var words: [String] = []
    for item in try database.mentions(of: compact, application: application).prefix(5) {
      let source = item.source
      words.append(
        "\n\(item.role): \(source.file)" + (source.member.map { ", member \($0)" } ?? "")
          + ", record \(source.record ?? String(source.offset))"
          + (item.applications.isEmpty
            ? "" : "; family of \(item.applications.joined(separator: ", ")); explain that one"))
    }
    return words.isEmpty ? nil : "; it is named in:" + words.joined()
  }
}
