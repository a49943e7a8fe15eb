import Records

/// The office's tables that criteria do not use: a few invented rows each, the same in every city.
enum FurtherRegisterFiles {
  struct File {
    /// The file's name.
    var register: String
    /// The id under which rows are counted, where it is not the file's name.
    var id: String { register == "madrid" ? "madrid-register" : register }
    var header: String
    var rows: [String]
    /// The codes of the rows that must be rejected, behind the sound ones.
    var badRows: [(code: String, row: String)] = []
  }

  static let files = [
    File(
      register: "market-entities", header: "行政区划代码,年份,户数（万户）",
      rows: [
        "341300,2024,65.1204", "341302,2024,20.0312", "341321,2024,9.8765", "341322,2024,12.5",
        "341323,2024,12.1", "341324,2024,10.6127",
      ]),
    File(
      register: "enterprises", header: "name,uscc,list,year,region_code,gbt4754",
      rows: [
        "宿州示例装备有限公司,91341300MA00000007,高新技术企业,2024,341302,C3599",
        "宿州示例装备有限公司,91341300MA00000007,贯标,2023,341302,C3599",
        "砀山示例食品有限公司,,规上工业,2024,341321,C1492", "灵璧示例轴承有限公司,,专精特新企业,2024,341323,C3451",
      ],
      badRows: [("bad-value", "宿州示例软件有限公司,91341300MA0000000,四上,2024,341302,I6510")]),
    File(
      register: "annual-fees", header: "专利号,年度,缴费截止日,缴费日",
      rows: ["201119999992,第3年,2013-12-31,2013年12月2日", "201119999992,4,20141231,"],
      badRows: [("bad-value", "201119999992,2015,2015-12-31,")]),
    File(
      register: "licences", header: "备案号,专利号,让与人,受让人,许可种类,备案日",
      rows: ["X2024980000001,201119999992,示例大学,宿州示例装备有限公司,普通许可,2024/3/5"]),
    File(
      register: "protected-marks", header: "商标名称,国际分类,注册号,名录,权利人",
      rows: ["示例酥梨,31,1000001,地理标志商标,砀山示例协会", "示例及图,第29类,1000002,老字号,宿州示例食品有限公司"],
      badRows: [("bad-value", "示例,\"29,30\",1000003,驰名商标,")]),
    File(
      register: "madrid",
      header: "international_no,mark,holder,registered_on,expires_on,designations",
      rows: [
        "1900001,SHILI,宿州示例装备有限公司,2023-04-05,2033-04-05,\"US,JP,EM\"",
        "1900002A,示例,灵璧示例轴承有限公司,2021-01-06,,越南、泰国",
      ]),
    File(
      register: "gi-products", header: "产品名称,公告号,公告日期,所在地域",
      rows: ["示例酥梨,2012年第999号,2012年8月1日,安徽省宿州市砀山县"]),
    File(
      register: "owner-decisions", header: "原名称,归并为,依据,决定人,日期",
      rows: ["宿州示例装备厂,宿州示例装备有限公司,企业改制,示例审核员,2025-11-20"]),
    File(
      register: "indicators", header: "id,year,value,source",
      rows: ["I2,2024,8.5,示例统计", "P33,2024,1234,示例统计"],
      badRows: [("bad-value", "I1,2024,0.8,示例统计")]),
  ]
}
