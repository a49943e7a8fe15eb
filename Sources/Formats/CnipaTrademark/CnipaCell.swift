/// A cell's place in a block.
struct CnipaCell {
  var start: Int
  var end: Int
  /// Whether it stood in quotes; they lie outside of the range.
  var isQuoted = false
  /// Whether doubled quotes in it stand for single ones.
  var hasDoubledQuotes = false
}
