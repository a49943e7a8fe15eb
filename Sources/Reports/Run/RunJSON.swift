import Records

/// `run.json`: what was read, checked and written. Audience: internal. Not deterministic: it has the
/// times and the host. The schema is `Schemas/run.json`.
package struct RunJSON {
  package static let fileName = "run.json"

  package static func bytes(_ record: RunRecord) -> [UInt8] { JSONText.document(value(record)) }

  /// `rolled_back` stands there only where a rollback was replaced.
  package static func value(_ record: RunRecord) -> JSONValue {
    guard let rolledBack = record.rolledBack, case .object(let members) = members(record) else {
      return members(record)
    }
    return .object(members + [JSONValue.Member("rolled_back", .text(rolledBack))])
  }

  private static func members(_ record: RunRecord) -> JSONValue {
    [
      "schema": 1,
      "run": .text(record.run),
      "plan": [
        "name": .text(record.planName), "path": .text(record.planPath),
        "resolved": record.planSettings,
      ],
      "region": .text(record.region.text),
      "as_of": .text(record.asOf.isoText),
      "tool": [
        "name": "ipatlas", "version": .text(record.toolVersion),
        "judgements": .integer(record.judgements),
      ],
      "started_at": .text(record.startedAt),
      "finished_at": .text(record.finishedAt),
      "host": .text(record.host),
      "counts": counts(record),
      "inputs": .list(record.inputs.map { input($0) }),
      "changed_settings": .list(record.changedSettings.map { $0.json }),
      "stages": .list(record.stages.map { $0.json }),
      "batches": .list(record.batches.map { $0.json }),
      "gates": .list(record.gates.map { gate($0) }),
      "outputs": .list(
        record.outputs.map {
          [
            "path": .text($0.path), "sha256": .text($0.digest.text), "bytes": .integer($0.bytes),
          ]
        }),
      "unmatched": .list(
        record.unmatched.map {
          [
            "register": .text($0.register), "number": .text($0.number), "file": .text($0.file),
            "row": .integer($0.row),
          ]
        }),
    ]
  }

  private static func counts(_ record: RunRecord) -> JSONValue {
    func sum(_ part: (InputFileRecord) -> Int) -> JSONValue {
      .integer(record.inputs.reduce(0) { $0 + part($1) })
    }
    return [
      "files": .integer(record.inputs.count),
      "bytes": sum { $0.bytes },
      "records": sum { $0.records },
      "loaded": sum { $0.loaded },
      "stubbed": sum { $0.stubbed },
      "superseded": sum { $0.superseded },
      "duplicate": sum { $0.duplicate },
      "rejected": sum { $0.rejected },
      "unmatched": .integer(record.unmatched.count),
    ]
  }

  private static func input(_ input: InputFileRecord) -> JSONValue {
    [
      "path": .text(input.path), "sha256": .text(input.digest.text),
      "bytes": .integer(input.bytes), "format": .text(input.format),
      "records": .integer(input.records), "loaded": .integer(input.loaded),
      "stubbed": .integer(input.stubbed), "superseded": .integer(input.superseded),
      "duplicate": .integer(input.duplicate), "rejected": .integer(input.rejected),
    ]
  }

  private static func gate(_ gate: GateResult) -> JSONValue {
    [
      "name": .text(gate.name), "label": .text(gate.label),
      "result": .text(gate.outcome.rawValue), "detail": .text(gate.detail),
    ]
  }
}
