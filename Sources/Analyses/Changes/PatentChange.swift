/// One patent's entry into, or exit from, one figure.
package struct PatentChange: Hashable, Sendable {
  package enum Direction: String, Hashable, Sendable, CaseIterable {
    case entry
    case exit
  }

  package var figure: ChangeFigure
  package var direction: Direction
  package var reason: ChangeReason

  package init(figure: ChangeFigure, direction: Direction, reason: ChangeReason) {
    self.figure = figure
    self.direction = direction
    self.reason = reason
  }
}
