import Analyses
import Classifiers
import Dossiers
import Store

/// What a patent would be under other readings of the open settings.
extension PatentJudge {
  /// The readings that differ from the plan's calibre and change a criterion alone, with their bits.
  ///
  /// - Returns: nil for a patent that is not of the base set.
  func readings(of finding: Finding) -> JudgedApplication.Readings? {
    guard finding.state.standing.isInForce, let union = finding.union,
      let patent = finding.patent
    else { return nil }
    var readings = JudgedApplication.Readings(base: 0, counts: 0)
    for (bit, reading) in CalibreReading.all.enumerated() {
      readings.base |= 1 << bit
      if counts(union, patent, under: reading) { readings.counts |= 1 << bit }
    }
    return readings
  }

  private func counts(
    _ union: UnionJudgement, _ patent: PatentUnderJudgement, under reading: CalibreReading
  ) -> Bool {
    guard let criterion = reading.criterion else { return union.verdict == .met }
    // What counts by another criterion counts whatever this one says.
    if union.parts.contains(where: { $0.criterion != criterion && $0.judgement.isMet }) {
      return true
    }
    let calibre = reading.applied(to: plan.calibre)
    if calibre == plan.calibre { return union.verdict == .met }
    guard let type = criteria.first(where: { $0.id == criterion }) else { return false }
    return type.judge(patent, in: context(under: calibre)).isMet
  }

  /// The reading of restorations that is not the plan's, and its bit.
  var otherRestoration: (bit: Int, restoration: AssemblySettings.Restoration)? {
    for (bit, reading) in CalibreReading.all.enumerated() where reading.setting == "restoration" {
      let other = reading.applied(to: plan.calibre).restoration
      if other != plan.calibre.restoration { return (bit, other) }
    }
    return nil
  }
}
