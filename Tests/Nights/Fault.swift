/// What befalls a night.
enum Fault: String, CaseIterable {
  case none
  case thrown
  case killedAtBorder = "killed at a border"
  case killedAtAnyInstant = "killed at any instant"
  case diskFull = "disk full"
  case readError = "read error"
  case vanished = "file gone between discovery and reading"
  case busyBeyond = "database locked for longer than the timeout"
  case busyBelow = "database locked for less than the timeout"
  case secondRun = "two runs at once"
  case lostRenames = "renames lost"
  case killedInBackup = "killed while the store was backed up"
  case killedInRestoration = "killed while the store was restored"
  case killedInPrune = "killed while results were pruned"
  case restored = "store restored from a backup"
}
