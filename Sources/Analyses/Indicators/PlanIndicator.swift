import Records

/// One of the plan's figures beside indicator 1, with what it rests on and how far it goes.
package struct PlanIndicator: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case count(Int)
    case rate(Double)
  }

  /// How far the data behind the figure go; the raw values stand in published files.
  package enum Status: String, Sendable, CaseIterable {
    /// All that the figure needs was read; whether the registers themselves are complete, no data tells.
    case loaded
    /// The data hold no ends of rights, so the true figure is this or less.
    case upperBound = "upper-bound"
    /// Data that the figure needs are not loaded.
    case incomplete
    /// Nothing that the figure counts was loaded.
    case noData = "no-data"
  }

  /// A figure beside the value: another unit, or what is not in it.
  package struct Part: Hashable, Sendable {
    package var id: String
    package var name: String
    package var value: Int

    package init(_ id: String, _ name: String, _ value: Int) {
      self.id = id
      self.name = name
      self.value = value
    }
  }

  /// Kebab-case, fixed for ever.
  package var id: String
  package var name: String
  package var unit: String
  /// The ids of the plan's targets it answers, `B1`.
  package var targets: [String]
  package var value: Value?
  package var status: Status
  /// In Chinese: what is counted, and what the data do not tell.
  package var remark: String
  /// The registers that the value rests on, by format id.
  package var registers: [String] = []
  package var parts: [Part] = []
  /// What the value counts by where it comes from; may overlap, so they are never added.
  package var sources: [Part] = []
  package var undetermined = 0
  package var unresolvedPlace = 0
  /// Empty where the data give no place below the city.
  package var counties: [CountyCount] = []

  package init(
    id: String, name: String, unit: String, targets: [String], value: Value?, status: Status,
    remark: String
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.targets = targets
    self.value = value
    self.status = status
    self.remark = remark
  }

  /// Sums that do not agree, in Chinese; none in a sound figure.
  package var inconsistencies: [String] {
    var faults: [String] = []
    if case .count(let count) = value, !counties.isEmpty {
      let sum = counties.reduce(0) { $0 + $1.count }
      if sum != count { faults.append("\(name)：各县区合计\(sum)，总数\(count)") }
    }
    if (value == nil) != (status == .noData), status != .incomplete {
      faults.append("\(name)：数值与数据状态不符")
    }
    return faults
  }
}
