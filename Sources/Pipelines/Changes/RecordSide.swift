/// Whose records a judgement rests on: those the earlier run knew, or those the later one did.
enum RecordSide: Hashable, Sendable, CaseIterable {
  case before
  case after
}
