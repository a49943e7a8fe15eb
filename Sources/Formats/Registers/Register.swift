import Records

/// One table that an office keeps beside the bulk exports: its columns and how a row is read.
protocol Register {
  static var kind: RegisterKind { get }
  /// The Chinese name that a file's name may begin with instead of the kind's raw value.
  static var chineseName: String { get }
  static var columns: [RegisterColumn] { get }
  /// The columns by which a file is recognised that is not named for the register.
  static var recognisingColumns: [RegisterColumn] { get }

  /// Reads one row, or says which cell stops it.
  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow
}

extension Register {
  static var recognisingColumns: [RegisterColumn] { columns.filter { $0.isRequired } }
}

extension RegisterKind {
  /// The register of this kind: the one list of registers.
  var register: any Register.Type {
    switch self {
    case .pledges: return Pledges.self
    case .awards: return Awards.self
    case .families: return Families.self
    case .population: return Population.self
    case .industryDecisions: return IndustryDecisions.self
    case .marketEntities: return MarketEntities.self
    case .enterprises: return Enterprises.self
    case .annualFees: return AnnualFees.self
    case .licences: return Licences.self
    case .protectedMarks: return ProtectedMarks.self
    case .madrid: return MadridRegistrations.self
    case .giProducts: return GIProducts.self
    case .ownerDecisions: return OwnerDecisions.self
    case .indicators: return Indicators.self
    }
  }

  /// Every register in the order of the kinds; no header fits two of them.
  static var registers: [any Register.Type] { allCases.map { $0.register } }
}
