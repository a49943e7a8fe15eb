import TestSupport

extension TrademarkNightsTests {
  static let population = "region_code,year,population\n341300,2024,5000000\n"

  private static let basicHeader =
    "注册号/申请号,国际分类,申请日期,商标名称,商标类型,代理机构代码,初审公告期号,初审公告日期,注册公告期号,注册公告日期,"
    + "专用期开始日期,专用期结束日期,专用有效期,商标设计说明,商标颜色说明,放弃专用权说明,是否立体商标,是否共有申请,商标形态,"
    + "地理标志信息,颜色标志,是否驰名商标"

  private static func basic(
    _ number: String, _ niceClass: Int, _ name: String, from start: String = "",
    to end: String = "", type: String = "一般", joint: String = "否", geographical: String = "",
    wellKnown: String = "否"
  ) -> String {
    "\(number),\(niceClass),2009-01-05,\(name),\(type),,,,,\(start),\(start),\(end),,,,,否,\(joint),,"
      + "\(geographical),,\(wellKnown)"
  }

  private static func table(_ rows: [String]) -> String {
    "\u{FEFF}" + rows.joined(separator: "\n") + "\n"
  }

  static func project() throws -> TestProject {
    let project = try TestProject()
    try project.write(population, to: "registers/population.csv")
    try project.write(
      "region_code,year,count\n341300,2024,50000\n341300,2027,1\n",
      to: "registers/market-entities.csv")
    try project.write(
      "international_no,mark,holder,registered_on,expires_on\n"
        + "1234567,甲,宿州甲科技有限公司,2019-05-01,2029-05-01\n"
        + "1234568,乙,砀山乙食品厂,2010-01-01,\n"
        + "1234569,丙,灵璧丙酒业有限公司,2014-03-01,2024-03-01\n",
      to: "registers/madrid.csv")
    try project.write(
      "mark,class,registration_no,list,owner\n砀山酥梨,29,10000004,驰名商标,砀山县酥梨协会\n"
        + "甲,9,,驰名商标,宿州甲科技有限公司\n无号牌,30,,驰名商标,\n旧牌,31,10000003,驰名商标,\n"
        + "灵璧,33,10000006,老字号,\n丁,7,10000012,驰名商标,\n",
      to: "registers/protected-marks.csv")
    try project.write(
      "name,announcement_no,announced_on,place\n砀山酥梨,2003年第33号,2003-05-01,砀山县\n"
        + "符离集烧鸡,2008年第1号,2008-01-01,埇桥区\n符离集烧鸡,2008年第1号,2008-01-01,埇桥区\n"
        + "某地产品,2010年第2号,,\n某某新品,2026年第1号,2026-05-01,\n",
      to: "registers/gi-products.csv")
    try project.write(
      "name,list,year\n宿州甲科技有限公司,高新技术企业,2024\n宿州庚材料有限公司,专精特新,2024\n旧公司,专精特新,2019\n",
      to: "registers/enterprises.csv")
    let folder = "registers/trademarks/2023/"
    try project.write(
      table([
        basicHeader, basic("10000001", 9, "甲", from: "2010-05-21", to: "2030-05-20"),
        basic("10000001", 35, "甲", from: "2010-05-21", to: "2030-05-20"),
        basic("10000002", 30, "乙", from: "2014-07-01", to: "2024-06-30"),
        basic("10000003", 31, "旧牌", from: "2015-11-01", to: "2025-10-31"),
        basic(
          "10000004", 29, "砀山酥梨", from: "2011-02-01", to: "2031-01-31", type: "集体",
          geographical: "砀山酥梨（梨）"),
        basic("10000005", 25, "张三牌"),
        basic(
          "10000006", 33, "灵璧", from: "2012-06-01", to: "2032-05-31", joint: "是",
          wellKnown: "是"),
        basic(
          "10000007", 5, "徽", from: "2012-06-01", to: "2032-05-31", joint: "是"),
        basic("10000008", 41, "丑", from: "2012-06-01", to: "2032-05-31"),
        basic("10000010", 1, "寅", from: "2012-06-01", to: "2032-05-31"),
        basic("10000011", 3, "卯", from: "2016-04-01", to: "2026-03-31"),
        basic("10000012", 7, "丁", from: "2012-06-01", to: "2032-05-31"),
        basic("10000013", 8, "辰", from: "2010-02-01", to: "2020-01-31"),
        basic("10000014", 29, "巳", from: "2012-06-01", to: "2032-05-31", type: "证明"),
      ]), to: folder + "注册商标基本信息.csv")
    try project.write(
      table([
        "注册号/申请号,国际分类,注册人中文名称,注册人外文名称,注册人中文地址,注册人英文地址",
        "10000001,9,宿州甲科技有限公司,,安徽省宿州市埇桥区淮海路1号,",
        "10000001,35,宿州甲科技有限公司,,安徽省宿州市埇桥区淮海路1号,",
        "10000002,30,砀山乙食品厂,,安徽省宿州市砀山县道北路2号,",
        "10000003,31,砀山乙食品厂,,安徽省宿州市砀山县道北路2号,",
        "10000004,29,砀山县酥梨协会,,安徽省砀山县人民路3号,",
        "10000005,25,张三,,安徽省宿州市泗县虹城4号,",
        "10000006,33,灵璧丙酒业有限公司,,安徽省宿州市灵璧县钟灵路5号,",
        "10000007,5,合肥徽药有限公司,,安徽省合肥市蜀山区黄山路6号,",
        "10000008,41,丑文化有限公司,,创业大厦12号,",
        "10000009,43,萧县子餐饮店,,安徽省宿州市萧县龙城镇7号,",
        "10000011,3,王五,,安徽省宿州市泗县虹城8号,",
        "10000012,7,萧县丁机械有限公司,,安徽省宿州市萧县龙城镇9号,",
        "10000013,8,萧县丁机械有限公司,,安徽省宿州市萧县龙城镇9号,",
        "10000014,29,埇桥区戊种植专业合作社,,安徽省宿州市埇桥区符离镇10号,",
      ]), to: folder + "商标注册人信息.csv")
    try project.write(
      table([
        "注册号/申请号,共有人中文名称,共有人英文文名称,共有人中文地址,共有人英文地址",
        "10000006,李四,,安徽省宿州市灵璧县钟灵路6号,",
        "10000007,泗县己商贸有限公司,,安徽省宿州市泗县泗州大道11号,",
      ]), to: folder + "注册商标共有人信息.csv")
    try project.write(
      table([
        "注册号/申请号,国际分类,类似群,商品序号,商品中文名称,商品状态", "10000001,9,0907,2,手机,",
        "10000001,9,0901,1,计算机,有效", "10000001,9,0910,3,测量仪器,删除",
      ]), to: folder + "注册商标商品服务信息.csv")
    return project
  }

  /// Six records: 02 renewed, 06 sold to 合肥 with the flag and the co-holder gone, its holder's row, 01's
  /// row of class 9 word for word, another address of 03's holder, and a whole record that ends 12.
  static func addSecondDelivery(to project: TestProject) throws {
    let folder = "registers/trademarks/2023_4/"
    try project.write(
      table([
        basicHeader, basic("10000002", 30, "乙", from: "2014-07-01", to: "2034-06-30"),
        basic("10000006", 33, "灵璧", from: "2012-06-01", to: "2032-05-31"),
        basic("10000001", 9, "甲", from: "2010-05-21", to: "2030-05-20"),
      ]), to: folder + "注册商标基本信息.csv")
    try project.write(
      table([
        "注册号/申请号,国际分类,注册人中文名称,注册人外文名称,注册人中文地址,注册人英文地址",
        "10000006,33,合肥徽药有限公司,,安徽省合肥市蜀山区黄山路6号,",
        "10000003,31,砀山乙食品厂,,安徽省宿州市砀山县道北路20号,",
      ]), to: folder + "商标注册人信息.csv")
    try project.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Transaction xmlns="http://www.wipo.int/standards/XMLSchema/trademarks">
        <TradeMarkTransactionBody><TransactionContentDetails><TransactionData>
          <TradeMarkDetails><TradeMark>
            <RegistrationOfficeCode>CN</RegistrationOfficeCode>
            <ApplicationNumber>10000012</ApplicationNumber>
            <MarkCurrentStatusCode>商标无效</MarkCurrentStatusCode>
            <MarkCurrentStatusDate>2025-06-01</MarkCurrentStatusDate>
            <GoodsServicesDetails><GoodsServices><ClassDescriptionDetails><ClassDescription>
              <ClassNumber>7</ClassNumber>
            </ClassDescription></ClassDescriptionDetails></GoodsServices></GoodsServicesDetails>
          </TradeMark></TradeMarkDetails>
        </TransactionData></TransactionContentDetails></TradeMarkTransactionBody>
      </Transaction>

      """, to: "registers/trademarks/status/2025.xml")
  }
}
