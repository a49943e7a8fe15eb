import Formats
import Records

/// What one cell of `indicator-1.json` is, how it adds up, and the rows behind it.
package struct CellExplanation: Sendable {
  /// What the cell is, in Chinese and in English.
  var chinese: String
  var english: String
  /// The formula with the numbers in it; nil where nothing is calculated.
  var formula: String?
  /// Where the rule, the setting or the number comes from.
  var ground: String?
  /// What one row is: `patent`, `file`, `register row`.
  var unit = "patent"
  var rows: [CellRow] = []
  /// Whether the cell counts its rows, so that their weights must add up to it.
  var isCount = false
  /// What does not agree, or could not be looked up.
  var notes: [String] = []

  init(_ chinese: String, _ english: String, formula: String? = nil, ground: String? = nil) {
    self.chinese = chinese
    self.english = english
    self.formula = formula
    self.ground = ground
  }

  /// The same with the rows that the cell counts.
  func counting(_ rows: [CellRow], unit: String = "patent") -> CellExplanation {
    var copy = self
    copy.rows = rows
    copy.unit = unit
    copy.isCount = true
    return copy
  }

  /// The same with rows that the cell rests on without counting them.
  func resting(on rows: [CellRow], unit: String) -> CellExplanation {
    var copy = self
    copy.rows = rows
    copy.unit = unit
    return copy
  }

  func noting(_ notes: String?...) -> CellExplanation {
    var copy = self
    copy.notes += notes.compactMap { $0 }
    return copy
  }

  /// What the rows add up to.
  var total: Int { rows.reduce(0) { $0 + $1.weight } }
}
