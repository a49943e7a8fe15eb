/// The columns that several tables of industry maps share.
extension DataColumn {
  static let industry = DataColumn("industry", "产业", .text)
  static let area = DataColumn("area", "地区代码", .text)
  static let areaName = DataColumn("area_name", "地区", .text)
  static let level = DataColumn(
    "level", "地区层级", .text, note: "city 本市；county 县区；benchmark 对标城市；province 本省；store 库内全部")
  static let year = DataColumn("year", "年份", .integer)
  static let kind = DataColumn(
    "kind", "专利类型", .text, note: "invention 发明；utility-model 实用新型；design 外观设计")
  static let node = DataColumn("node", "环节代码", .text)
  static let nodeName = DataColumn("node_name", "环节", .text)
  static let ownerNumber = DataColumn(
    "owner", "权利人序号", .integer, note: "本次运行内的序号，不作跨期标识")
  static let ownerName = DataColumn("owner_name", "权利人", .text, note: "归并后的名称")
  static let ownerKind = DataColumn("owner_kind", "权利人类型", .text)
  static let patents = DataColumn(
    "patents", "专利数", .integer, unit: "件", note: "整数计数，每件申请计一次")
  static let fractional = DataColumn(
    "fractional", "分数计数", .decimal, unit: "件", note: "属多个分类时按等份拆分，各份之和为一")
  static let inForce = DataColumn(
    "in_force", "有效专利", .integer, unit: "件", note: "已授权且截止日有效")
  static let highValue = DataColumn(
    "high_value", "高价值发明专利", .integer, unit: "件", note: "按指标1口径，仅本市发明专利")
}
