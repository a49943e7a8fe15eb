/// The kind of industrial property right a publication or application concerns.
package enum Right: String, Sendable, CaseIterable {
  case invention
  case utilityModel = "utility-model"
  case design
  case plant
}
