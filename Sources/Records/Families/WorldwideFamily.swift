/// What worldwide data hold of the simple families of one application.
package struct WorldwideFamily: Sendable {
  package var publications: [FamilyPublication] = []
  package var events: [FamilyEvent] = []

  package init() {}
}
