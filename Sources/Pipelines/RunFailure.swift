/// A run that published nothing: one line for people, exit code 2.
package struct RunFailure: Error, Hashable, Sendable {
  package var reason: String

  package init(_ reason: String) { self.reason = reason }
}
