import TestSupport

/// Random deliveries of a few dozen marks, with days near each other, so that most pairs of deliveries
/// and of days have something to say to each other.
struct RandomMarks {
  private static let numbers = 40
  private static let years = 2011...2027
  private static let holders = [
    ("宿州甲科技有限公司", "安徽省宿州市埇桥区淮海路1号"), ("砀山乙食品厂", "安徽省宿州市砀山县道北路2号"),
    ("灵璧丙酒业有限公司", "安徽省宿州市灵璧县钟灵路5号"), ("张三", "安徽省宿州市泗县虹城4号"),
    ("合肥徽药有限公司", "安徽省合肥市蜀山区黄山路6号"), ("上海戊贸易有限公司", "上海市浦东新区世纪大道1号"),
    ("丑文化有限公司", "创业大厦12号"), ("宿州甲科技有限公司", "安徽省合肥市蜀山区黄山路7号"),
  ]
  private static let statuses = ["商标无效", "已注册", "等待实质审查", "驳回", "某种状态", "撤三"]

  var random: SeededGenerator

  mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  mutating func any<Item>(_ items: [Item]) -> Item { items[number(below: items.count)] }

  mutating func maybe(_ share: Int) -> Bool { number(below: 100) < share }

  /// A folder whose name tells a delivery, or none.
  mutating func folder() -> String {
    any(["2021", "2021_2", "2022", "2022_3", "2023_4", "undated"])
  }

  /// A day between 2011 and 2027, ISO.
  mutating func day() -> String {
    func digits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let year = Int.random(in: Self.years, using: &random)
    return "\(year)-\(digits(number(below: 12) + 1))-\(digits(number(below: 28) + 1))"
  }

  /// One file of a delivery: its name and its text.
  mutating func file() -> (name: String, text: String) {
    switch number(below: 10) {
    case 0...3: return ("注册商标基本信息.csv", table(Self.basicHeader) { $0.basic() })
    case 4...5:
      return (
        "商标注册人信息.csv",
        holders("注册号/申请号,国际分类,注册人中文名称,注册人外文名称,注册人中文地址,注册人英文地址") {
          $0.markAndClass()
        }
      )
    case 6:
      return (
        "注册商标共有人信息.csv",
        holders("注册号/申请号,共有人中文名称,共有人英文文名称,共有人中文地址,共有人英文地址") { $0.mark() }
      )
    case 7:
      return (
        "注册商标商品服务信息.csv",
        table("注册号/申请号,国际分类,类似群,商品序号,商品中文名称,商品状态") {
          let state = $0.any(["有效", "删除", ""])
          return "\($0.markAndClass()),09\($0.number(below: 10) + 10),1,商品,\(state)"
        }
      )
    case 8:
      return (
        "商标代理机构信息.csv",
        table("代理机构代码,代理机构名称") {
          "\(100 + $0.number(below: 9)),代理\($0.number(below: 3))"
        }
      )
    default: return ("status.xml", transaction())
    }
  }

  private static let basicHeader =
    "注册号/申请号,国际分类,申请日期,商标名称,商标类型,代理机构代码,初审公告期号,初审公告日期,注册公告期号,注册公告日期,"
    + "专用期开始日期,专用期结束日期,专用有效期,商标设计说明,商标颜色说明,放弃专用权说明,是否立体商标,是否共有申请,商标形态,"
    + "地理标志信息,颜色标志,是否驰名商标"

  private mutating func basic() -> String {
    let start = maybe(80) ? day() : ""
    let registered = maybe(70) ? start : maybe(50) ? day() : ""
    let end = maybe(80) ? day() : ""
    let kind = any(["一般", "一般", "集体"])
    return "\(markAndClass()),\(maybe(90) ? day() : ""),名\(number(below: 5)),\(kind),,,,,"
      + "\(registered),\(start),\(end),,,,,否,\(any(["是", "否"])),,"
      + "\(maybe(10) ? "酥梨" : ""),,\(maybe(10) ? "是" : "否")"
  }

  private mutating func mark() -> String { "\(20_000_000 + number(below: Self.numbers))" }

  /// Most marks have one class, by their number; few a second.
  private mutating func markAndClass() -> String {
    let mark = number(below: Self.numbers)
    return "\(20_000_000 + mark),\(maybe(85) ? mark % 45 + 1 : 35)"
  }

  /// A table of holders' names and addresses behind what `mark` gives.
  private mutating func holders(
    _ header: String, _ mark: (inout RandomMarks) -> String
  ) -> String {
    table(header) {
      let holder = $0.any(Self.holders)
      return "\(mark(&$0)),\(holder.0),,\(holder.1),"
    }
  }

  private mutating func table(
    _ header: String, _ row: (inout RandomMarks) -> String
  ) -> String {
    var text = "\u{FEFF}" + header + "\n"
    for _ in 0...number(below: 14) { text += row(&self) + "\n" }
    return text
  }

  /// Whole records, with statuses and events of a day, as another office's service gives them.
  private mutating func transaction() -> String {
    var marks = ""
    for _ in 0...number(below: 5) {
      let mark = number(below: Self.numbers)
      let status = any(Self.statuses)
      let event = any(["注册商标注销公告", "商标转让公告"])
      marks += """
        <TradeMark>
          <RegistrationOfficeCode>CN</RegistrationOfficeCode>
          <ApplicationNumber>\(20_000_000 + mark)</ApplicationNumber>
          <MarkCurrentStatusCode>\(status)</MarkCurrentStatusCode>
          <MarkCurrentStatusDate>\(day())</MarkCurrentStatusDate>
          <GoodsServicesDetails><GoodsServices><ClassDescriptionDetails><ClassDescription>
            <ClassNumber>\(mark % 45 + 1)</ClassNumber>
          </ClassDescription></ClassDescriptionDetails></GoodsServices></GoodsServicesDetails>
          <MarkEventDetails><MarkEvent><MarkEventDate>\(day())</MarkEventDate>
            <OfficeSpecificMarkEventName>\(event)</OfficeSpecificMarkEventName>
          </MarkEvent></MarkEventDetails>
        </TradeMark>

        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Transaction xmlns="http://www.wipo.int/standards/XMLSchema/trademarks">
        <TransactionHeader><SenderDetails>
          <RequestProducerDateTime>\(day())T00:00:00</RequestProducerDateTime>
        </SenderDetails></TransactionHeader>
        <TradeMarkTransactionBody><TransactionContentDetails><TransactionData>
          <TradeMarkDetails>\(marks)</TradeMarkDetails>
        </TransactionData></TransactionContentDetails></TradeMarkTransactionBody>
      </Transaction>

      """
  }

  /// The office's decisions on owners.
  mutating func owners() -> String {
    var text = "name,canonical\n"
    for _ in 0..<number(below: 3) {
      text += "\(any(Self.holders).0),\(any(["宿州甲科技有限公司", "新名有限公司"]))\n"
    }
    return text
  }
}
