/// One stage of a run as it went.
package struct StageRecord: Hashable, Sendable {
  /// Kebab-case.
  package var name: String
  /// ISO 8601 with a time zone.
  package var startedAt: String
  package var endedAt: String
  package var counts: StageCounts
  /// The greatest resident size of the process up to the end of the stage, in bytes; nil where the
  /// system does not tell.
  package var peakMemory: Int?

  package init(
    name: String, startedAt: String, endedAt: String, counts: StageCounts = StageCounts(),
    peakMemory: Int? = nil
  ) {
    self.name = name
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.counts = counts
    self.peakMemory = peakMemory
  }

  /// As `run.json`, the ledger and the log have it; what has no count is null.
  package var json: JSONValue { .object(members) }

  package var members: [JSONValue.Member] {
    [
      .init("stage", .text(name)), .init("started_at", .text(startedAt)),
      .init("ended_at", .text(endedAt)), .init("rows_in", .optional(counts.rowsIn)),
      .init("rows_out", .optional(counts.rowsOut)),
      .init("cache_hits", .optional(counts.cacheHits)),
      .init("peak_memory_bytes", .optional(peakMemory)),
    ]
  }
}
