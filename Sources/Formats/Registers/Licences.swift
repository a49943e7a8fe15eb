import Records

/// Recorded licence contracts (专利实施许可备案): one patent a row.
enum Licences: Register {
  static let kind = RegisterKind.licences
  static let chineseName = "许可"

  static let recordNumber = RegisterColumn("备案号", "record_no", required: true)
  static let patent = RegisterColumn("专利号", "patent_no", required: true)
  static let licensor = RegisterColumn("让与人", "licensor")
  static let licensee = RegisterColumn("受让人", "licensee")
  static let licenceKind = RegisterColumn("许可种类", "kind")
  static let recordedOn = RegisterColumn("备案日", "recorded_on", required: true)

  static let columns = [recordNumber, patent, licensor, licensee, licenceKind, recordedOn]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    .licence(
      LicenceRow(
        source: cells.source,
        recordNumber: try cells.requiredKey(
          recordNumber, "a record number such as X2024980001234"),
        patent: try cells.patent(patent), licensor: cells.text(licensor),
        licensee: cells.text(licensee), kind: cells.text(licenceKind),
        recordedOn: try cells.requiredDay(recordedOn)))
  }
}
