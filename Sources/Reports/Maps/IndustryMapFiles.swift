/// Where the files of industry maps lie in a published run.
package enum IndustryMapFiles {
  /// The folder; `index.html` is the overview, and each industry has a folder of its own.
  package static let folder = "industries"
}
