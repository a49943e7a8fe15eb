import Records

/// What a plan says of industry maps (`industries`); without it a run draws none.
package struct IndustrySettings: Hashable, Sendable {
  /// To whom the tables go.
  package enum Audience: String, Hashable, Sendable, CaseIterable {
    /// The office itself: every column.
    case `internal`
    /// Everyone: derived columns alone, as the terms of the data demand.
    case `public`
  }

  /// The folder of the chains, absolute.
  package var chains: String
  /// The industries to draw, by id; empty = all of the folder.
  package var only: [String]
  /// Cities to compare with, in the order of print.
  package var benchmarks: [RegionCode]
  /// A GeoJSON of the counties, absolute; nil = a tile map.
  package var boundaries: String?
  package var audience: Audience
}
