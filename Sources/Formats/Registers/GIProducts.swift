import Records

/// Products under the protection of geographical indications (地理标志产品).
enum GIProducts: Register {
  static let kind = RegisterKind.giProducts
  static let chineseName = "地理标志产品"

  static let name = RegisterColumn("产品名称", "name", required: true)
  static let announcement = RegisterColumn("公告号", "announcement_no", required: true)
  static let announcedOn = RegisterColumn("公告日期", "announced_on")
  static let place = RegisterColumn("所在地域", "place")

  static let columns = [name, announcement, announcedOn, place]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    .giProduct(
      GIProductRow(
        source: cells.source, name: try cells.requiredText(name, "a product's name"),
        announcementNumber: try cells.requiredText(
          announcement, "an announcement's number such as 2012年第45号"),
        announcedOn: try cells.day(announcedOn), place: cells.text(place)))
  }
}
