import Records

extension HighValueIndicator {
  /// Names each of the indicator's invariants that does not hold; empty for a sound result.
  ///
  /// 1. The population is positive and no count is negative.
  /// 2. The five criteria stand once each, in order, and each one's answers add up to the base set.
  /// 3. `overlap` has no empty or repeated combination, adds up to `count`, and its combinations with
  ///    a criterion add up to what that criterion's `met` says.
  /// 4. `counties` adds up to `count`, each code once.
  /// 5. `count` lies within the base set, equals the band that the calibre names, and
  ///    `countUpper` lies between `count` and all that could still be added.
  /// 6. What is missing covers what is undetermined; of the standing it adds up to it.
  /// 7. Of the readings of the open settings, those that the plan has give its own counts.
  package func inconsistencies() -> [String] {
    sizeFaults() + criteriaFaults() + overlapFaults() + countyFaults() + bandFaults()
      + readingFaults()
  }

  private func readingFaults() -> [String] {
    let own = SensitivityReading.Outcome.counted(
      base: base.validInventions, count: count, persons: population.persons)
    return sensitivity.filter { $0.isChosen && $0.outcome != own }.map { reading in
      "\(reading.setting) read as \(reading.value), as the plan does, gives \(reading.outcome), "
        + "expected \(own)"
    }
  }

  private func sizeFaults() -> [String] {
    var faults: [String] = []
    if population.persons <= 0 { faults.append("population is \(population.persons) persons") }
    let counts = [
      ("count", count), ("base.valid_inventions", base.validInventions),
      ("base.undetermined_in_force", base.undeterminedInForce),
      ("base.unresolved_region", base.unresolvedRegion),
    ]
    for (name, value) in counts where value < 0 { faults.append("\(name) is \(value)") }
    if count > base.validInventions {
      faults.append("count \(count) exceeds the base set of \(base.validInventions)")
    }
    let reasons = base.missingStanding.reduce(0) { $0 + $1.count }
    if reasons != base.undeterminedInForce {
      faults.append(
        "what is missing of the standing adds up to \(reasons), undetermined_in_force is "
          + "\(base.undeterminedInForce)")
    }
    // A patent of the base set that does not count can do so only through an undetermined criterion.
    let undecided = min(
      base.validInventions - count, criteria.reduce(0) { $0 + $1.undetermined })
    let greatest = count + undecided + base.undeterminedInForce
    if countUpper < count || countUpper > greatest {
      faults.append("count_upper is \(countUpper), expected \(count) to \(greatest)")
    }
    return faults
  }

  private func criteriaFaults() -> [String] {
    guard criteria.map({ $0.criterion }) == HighValueCriterion.allCases else {
      return ["criteria are not the five in their order"]
    }
    var faults: [String] = []
    for entry in criteria {
      let sum = entry.met + entry.notMet + entry.undetermined
      if min(entry.met, entry.notMet, entry.undetermined) < 0 || sum != base.validInventions {
        faults.append(
          "\(entry.criterion.id) answers for \(sum.counted("patent")), the base set has "
            + "\(base.validInventions)")
      }
      let missing = entry.missing.reduce(0) { $0 + $1.count }
      if missing < entry.undetermined
        || entry.missing.contains(where: { $0.count < 1 || $0.count > entry.undetermined })
      {
        faults.append(
          "\(entry.criterion.id) has \(entry.undetermined) undetermined patents, "
            + "the missing materials name \(missing)")
      }
    }
    return faults
  }

  private func overlapFaults() -> [String] {
    var faults: [String] = []
    if overlap.contains(where: { $0.criteria.isEmpty || $0.count < 1 }) {
      faults.append("overlap has an empty combination")
    }
    for (left, right) in zip(overlap, overlap.dropFirst())
    where !CriteriaCombination.precedes(left, right) {
      faults.append("overlap has a combination twice or out of order")
    }
    let sum = overlap.reduce(0) { $0 + $1.count }
    if sum != count { faults.append("overlap adds up to \(sum), count is \(count)") }
    for entry in criteria {
      let met = overlap.reduce(0) { $0 + ($1.criteria.contains(entry.criterion) ? $1.count : 0) }
      if met != entry.met {
        faults.append(
          "overlap has \(met.counted("patent")) with \(entry.criterion.id), met is \(entry.met)")
      }
    }
    return faults
  }

  private func countyFaults() -> [String] {
    var faults: [String] = []
    let sum = counties.reduce(0) { $0 + $1.count }
    if sum != count { faults.append("by_county adds up to \(sum), count is \(count)") }
    for (left, right) in zip(counties, counties.dropFirst()) where left.region >= right.region {
      faults.append("by_county has \(right.region) twice or out of order")
    }
    for county in counties {
      if county.count < 0 || (county.persons ?? 1) <= 0 {
        faults.append("by_county has a count or population below zero at \(county.region)")
      }
      if !county.region.lies(within: region) {
        faults.append("by_county has \(county.region), which lies outside of \(region)")
      }
    }
    return faults
  }

  private func bandFaults() -> [String] {
    var faults: [String] = []
    let setting = calibre.first { $0.path == "strategic-emerging-industry.keywords" }
    let named = setting?.value == .text("ignored") ? bands.ipcOnly : bands.withKeywords
    if named != count { faults.append("the band of the calibre is \(named), count is \(count)") }
    let sizes = [bands.ipcOnly, bands.withKeywords, bands.withoutTransfers ?? 0]
    for size in sizes where size < 0 || size > base.validInventions {
      faults.append("a band of \(size) does not fit the base set of \(base.validInventions)")
    }
    return faults
  }
}
