/// A kind of legal event that no table knows, with the number of events of this kind and what follows
/// for the region's patents.
package struct UnclassifiedEvent: Hashable, Sendable {
  package var code: String?
  package var name: String?
  package var count: Int
  /// Granted inventions of the region with such an event of which it is not known whether they are in
  /// force; they are in no count but the upper one.
  package var undeterminedPatents: Int
  /// Patents of the base set with such an event, which cannot have ended them: it lies before the grant
  /// or after the cut-off, or is a pledge, preservation or licence whatever it means.
  package var basePatents: Int

  package init(
    code: String?, name: String?, count: Int, undeterminedPatents: Int = 0, basePatents: Int = 0
  ) {
    self.undeterminedPatents = undeterminedPatents
    self.basePatents = basePatents
    self.code = code
    self.name = name
    self.count = count
  }
}
