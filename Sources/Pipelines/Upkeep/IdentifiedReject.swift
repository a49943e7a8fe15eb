import Crypto
import Records
import Store

/// An open reject under a short id of its own, which stays the same from night to night.
package struct IdentifiedReject: Sendable, Hashable {
  /// The first twelve hexadecimal digits of SHA-256 over the content's digest, member, offset, record
  /// and code; for a file that could not be opened its path stands for the digest.
  package var id: String
  package var open: OpenReject

  package var reject: Reject { open.reject }

  /// All open rejects of a plan, sorted by file, member and offset.
  ///
  /// - Throws: ``RunFailure`` where there is no database.
  package static func all(of plan: Plan) throws -> [IdentifiedReject] {
    guard Workspace.hasDatabase(plan) else { throw UpkeepFailure.noStore(plan) }
    let database = try IPDatabase(path: "\(plan.workspace)/ip.sqlite")
    try database.bind(plan: plan.name, region: plan.region.text)
    return identify(try database.openRejects())
  }

  static func identify(_ rejects: [OpenReject]) -> [IdentifiedReject] {
    var seen: [String: Int] = [:]
    return rejects.map { open in
      let reject = open.reject
      let content =
        open.sha256 == LedgerFile.unreadableDigest ? reject.source.file : open.sha256
      var parts = [
        content, reject.source.member ?? "", String(reject.source.offset),
        reject.source.record ?? "", reject.code.rawValue,
      ]
      // Two faults of one kind at one place, such as two cells of a row.
      let key = parts.joined(separator: "\u{0}")
      let count = seen[key, default: 0]
      seen[key] = count + 1
      if count > 0 { parts.append(String(count)) }
      let digest = SHA256.hash(data: Array(parts.joined(separator: "\u{0}").utf8))
      let text = ContentDigest(bytes: digest)?.text ?? ""
      return IdentifiedReject(id: String(text.prefix(12)), open: open)
    }
  }

  /// The rejects that ids name; the beginning of one id is enough.
  ///
  /// - Throws: ``RunFailure`` for an id that names none, or several.
  package static func named(
    _ ids: [String], among rejects: [IdentifiedReject]
  ) throws -> [IdentifiedReject] {
    try ids.map { id in
      let found = rejects.filter { $0.id.hasPrefix(id) }
      guard let first = found.first, !id.isEmpty else {
        throw RunFailure(
          "no open reject has the id \"\(id)\"; ipatlas rejects list shows the \(rejects.count) that "
            + "are open")
      }
      guard found.count == 1 else {
        throw RunFailure(
          "\"\(id)\" begins \(found.count.counted("reject")): "
            + found.prefix(5).map { $0.id }.joined(separator: ", ") + "; give more digits")
      }
      return first
    }
  }

  /// `1a2b3c4d5e6f  xml-syntax  cnipa/a.zip!1/A.XML @0  reason`
  package var line: String {
    let source = reject.source
    return "\(id)  \(reject.code.rawValue)  \(source.file)\(source.member.map { "!\($0)" } ?? "") "
      + "@\(source.offset)\(source.record.map { " (\($0))" } ?? "")  \(reject.reason)"
  }

  package func json() -> JSONBuffer {
    var json = JSONBuffer()
    json.object { write(to: &$0) }
    return json
  }

  func write(to json: inout JSONBuffer) {
    let source = reject.source
    json.member("id", id)
    json.member("file", source.file)
    json.member("member", source.member)
    json.member("offset", source.offset)
    json.member("record", source.record)
    json.member("code", reject.code.rawValue)
    json.member("reason", reject.reason)
    json.member("remedy", reject.code.remedy)
    if open.sha256 != LedgerFile.unreadableDigest { json.member("sha256", open.sha256) }
    json.member("reader", open.reader)
  }
}
