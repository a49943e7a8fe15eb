import Formats
import Foundation
import Records
import Store

/// A rejected record with its bytes, as its file still holds them.
package struct RejectedRecord: Sendable {
  package var reject: IdentifiedReject
  /// Nil where the file no longer holds them.
  package var record: RecordBytes?
  /// Why there are no bytes.
  package var absence: String?

  /// Reads the bytes of a reject, if the file is still there with the same content.
  package init(_ reject: IdentifiedReject, plan: Plan) throws {
    self.reject = reject
    switch try RejectedFile.find(reject.open, plan: plan) {
    case .same(let pending):
      do {
        record = try RecordBytes.read(pending.input.file, at: reject.reject.source)
      } catch let failure as UnreadableFile {
        absence = "its bytes cannot be shown: \(failure.description)"
      }
    case .other(let reason): absence = reason
    }
  }

  /// The most bytes that are shown as text.
  package static let shownLimit = 4096

  package func lines() -> [String] {
    let source = reject.reject.source
    var lines = [
      "reject \(reject.id): \(reject.reject.code.rawValue)",
      "  file \(source.file)" + (source.member.map { "\n  member \($0)" } ?? ""),
      "  offset \(source.offset)" + (source.record.map { ", record \($0)" } ?? ""),
      "  reason: \(ReadableText.escaped(reject.reject.reason))",
      "  what to do: \(reject.reject.code.remedy)",
    ]
    if let record {
      let shown = ReadableText.of(Array(record.bytes.prefix(RejectedRecord.shownLimit)))
      lines.append(
        "  \(record.bytes.count.counted("byte"))"
          + (record.hasEnd ? "" : ", whose end was not found")
          + (shown.encoding.map { ", \($0)" } ?? "") + ":")
      lines.append(shown.text)
      if record.bytes.count > RejectedRecord.shownLimit {
        lines.append(
          "  … \((record.bytes.count - RejectedRecord.shownLimit).counted("byte")) more; --raw writes all of them"
        )
      }
    } else if let absence {
      lines.append("  \(absence)")
    }
    return lines
  }

  package func json() -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      reject.write(to: &json)
      if let record {
        json.member("bytes", record.bytes.count)
        json.member("has_end", record.hasEnd)
        let shown = ReadableText.of(Array(record.bytes.prefix(RejectedRecord.shownLimit)))
        json.member("text", shown.text)
      }
      json.member("absence", absence)
    }
    return json
  }
}
