/// The lists of enterprises that offices keep; the raw value is the list's name.
package enum EnterpriseList: String, CaseIterable, Sendable {
  /// 规上工业, 资质内建筑业, 限上批零住餐 and 规上服务业 together.
  case aboveThreshold = "四上"
  case industryAboveThreshold = "规上工业"
  case highTechnology = "高新技术企业"
  case specialised = "专精特新"
  case intellectualPropertyStrong = "知识产权优势"
  case intellectualPropertyModel = "知识产权示范"
  case managementStandard = "贯标"

  /// Reads a list's name, with or without 企业 behind it.
  package init?(_ name: String) {
    if let list = EnterpriseList(rawValue: name) ?? EnterpriseList(rawValue: name + "企业") {
      self = list
    } else if name.hasSuffix("企业"),
      let list = EnterpriseList(rawValue: String(name.dropLast(2)))
    {
      self = list
    } else {
      return nil
    }
  }
}
