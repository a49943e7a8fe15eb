/// A table of the page, in a frame that scrolls on a narrow screen.
///
/// A short one is never broken over two pages of paper, unless its rows are paragraphs: kept together
/// they would leave most of a page blank. A long one repeats its head and keeps its first and its last
/// two rows together.
struct Table {
  /// The most rows of a table that stays on one page.
  static let shortLength = 12

  /// The cells of the head's row.
  var head: HTML
  var rows: [HTML]
  /// The row of the foot.
  var foot: HTML?
  /// Whether its cells are so long that even few rows fill a page.
  var hasLongCells = false

  func html() -> HTML {
    """
    <div class="scroll\(rows.count <= Table.shortLength && !hasLongCells ? " keep" : "")"><table>
    <thead><tr>\(head)</tr></thead>
    <tbody>
    \(rows)</tbody>
    \(foot.map { "<tfoot>\($0)</tfoot>\n" as HTML } ?? "")</table></div>
    """
  }
}
