import Formats
import Records
import Store

/// The file of a reject as it lies among the inputs now.
enum RejectedFile {
  case same(PendingInputs.Pending)
  /// Gone, or another content: one line says which.
  case other(String)

  static func find(_ reject: OpenReject, plan: Plan) throws -> RejectedFile {
    let path = reject.reject.source.file
    guard let input = try InputDiscovery.files(of: plan).first(where: { $0.name == path }) else {
      return .other(
        "\(path) is no longer among the inputs; ipatlas run closes the rejects of a file that gave "
          + "nothing, and those of others stay with what they gave")
    }
    let volumes = input.volumes.isEmpty ? [input.path] : input.volumes
    guard let digest = try? FileDigest.sha256(volumes: volumes).text else {
      // It could not be opened then and cannot now; reading it says why.
      return reject.sha256 == LedgerFile.unreadableDigest
        ? .same(PendingInputs.Pending(input: input, sha256: LedgerFile.unreadableDigest))
        : .other("\(path) cannot be read now; check its rights and the disk")
    }
    guard digest == reject.sha256 || reject.sha256 == LedgerFile.unreadableDigest else {
      return .other(
        "\(path) holds another content now, SHA-256 \(digest.prefix(16))…, "
          + "\(reject.sha256.prefix(16))… expected; ipatlas run reads it")
    }
    return .same(PendingInputs.Pending(input: input, sha256: digest))
  }
}
