import Records

/// Small content that was read already, on its way to a worker.
struct LoadedContent {
  var bytes: ByteBlock
  var source: Source
  /// How many containers are around it.
  var depth: Int
  /// Why the content ends before its end.
  var fault: ContainerFault?
}
