/// An address as a delivery gives it: the text, and the parts, of which "0" means empty.
struct Address: Equatable, Sendable {
  /// The address text with or without a postcode; nil where the element is absent.
  var text: String?
  var province = "0"
  var city = "0"
  var county = "0"
  var postcode = "0"
  /// WIPO ST.3 code.
  var country = "CN"
}

/// Where a patent's first patentee truly lives at the cut-off.
enum Residence: Hashable, Sendable {
  /// In the city: the code of a county or park, or the city's own code.
  case home(Int)
  /// In another city of the mainland.
  case elsewhere
  /// Abroad, or in Hong Kong, Macao or Taiwan.
  case abroad
  /// No place follows from what was delivered.
  case unresolved
}

/// An applicant, assignee or new owner in one document or event.
struct PartyEntry: Equatable, Sendable {
  var name: String
  /// Nil where the whole address is absent.
  var address: Address?
}

/// A way of writing an address, and the place it means.
struct AddressForm: Sendable {
  /// The text with `#` where street and number stand; nil = no text.
  let pattern: String?
  let residence: Residence
  /// Province, city, county, postcode; nil = "0".
  let parts: (String, String, String, String)?
  let country: String

  init(
    _ pattern: String?, _ residence: Residence,
    parts: (String, String, String, String)? = nil, country: String = "CN"
  ) {
    self.pattern = pattern
    self.residence = residence
    self.parts = parts
    self.country = country
  }

  /// The address with a street of the generator's.
  func address(_ generator: inout SplitMix64) -> Address {
    let street = generator.pick(AddressForm.streets) + String(1 + generator.below(980)) + "号"
    var address = Address(country: country)
    if let pattern {
      let halves = pattern.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      address.text = halves.count == 2 ? halves[0] + street + halves[1] : pattern
    }
    if let parts {
      address.province = parts.0
      address.city = parts.1
      address.county = parts.2
      address.postcode = parts.3
    }
    return address
  }

  private static let streets = [
    "创业路", "迎宾路", "工业一路", "科技大道", "建设中路", "文昌街", "振兴路", "富民路", "学府路", "光明街",
  ]
}

extension AddressForm {
  /// Plain addresses of the five counties and the two parks.
  static let plainHome: [AddressForm] = [
    AddressForm("安徽省宿州市埇桥区#", .home(341302), parts: ("安徽省", "宿州市", "埇桥区", "234000")),
    AddressForm("安徽省宿州市砀山县#", .home(341321), parts: ("安徽省", "宿州市", "砀山县", "235300")),
    AddressForm("安徽省宿州市萧县#", .home(341322), parts: ("安徽省", "宿州市", "萧县", "235200")),
    AddressForm("安徽省宿州市灵璧县#", .home(341323), parts: ("安徽省", "宿州市", "灵璧县", "234200")),
    AddressForm("安徽省宿州市泗县#", .home(341324), parts: ("安徽省", "宿州市", "泗县", "234300")),
    AddressForm("安徽省宿州市经济技术开发区#", .home(341372)),
    AddressForm("安徽省宿州市宿马园区#", .home(341371)),
  ]

  /// Every other way of writing a home address: postcodes, skipped levels, variants, old names.
  static let unusualHome: [AddressForm] = [
    AddressForm("234000 安徽省宿州市埇桥区#", .home(341302)),
    AddressForm("234000安徽省宿州市埇桥区#", .home(341302)),
    AddressForm("安徽省宿州市墉桥区#", .home(341302)),
    AddressForm("安徽省宿州市甬桥区#", .home(341302)),
    AddressForm("235300 安徽省砀山县#", .home(341321)),
    AddressForm("安徽省砀山县#", .home(341321)),
    AddressForm("安徽省萧县龙城镇#", .home(341322)),
    AddressForm("宿州市萧县#", .home(341322)),
    AddressForm("235200 安徽省宿州市萧县张江萧县高科技园#", .home(341322)),
    AddressForm("安徽省宿州市灵壁县#", .home(341323)),
    AddressForm("安徽省宿县地区灵壁县#", .home(341323)),
    AddressForm("安徽省宿县地区泗县#", .home(341324)),
    AddressForm("234300 安徽省泗县#", .home(341324)),
    AddressForm("安徽省宿州市杭宿合作产业园#", .home(341300)),
    AddressForm("安徽省宿州市宿徐现代产业园#", .home(341300)),
    AddressForm("234300 安徽省宿州市#", .home(341300)),
    AddressForm("安徽省宿州市泗县\u{2011}经济开发区#", .home(341324)),
    AddressForm("安徽省宿州市灵璧县\u{FF0D}开发区#", .home(341323)),
    AddressForm("安徽省宿州市\u{3000}砀山县#", .home(341321)),
    AddressForm("安徽省\u{A0}宿州市\u{A0}萧县#", .home(341322)),
    AddressForm(nil, .home(341323), parts: ("安徽省", "宿州市", "灵璧县", "234200")),
    AddressForm("高新技术产业园#", .home(341321), parts: ("安徽省", "宿州市", "砀山县", "235300")),
    AddressForm("No. 8 Renmin Road, Suzhou, Anhui", .home(341300)),
  ]

  /// Other cities of the mainland, those first whose names lead a reader astray.
  static let elsewhere: [AddressForm] = [
    AddressForm("江苏省苏州市工业园区#", .elsewhere, parts: ("江苏省", "苏州市", "0", "215000")),
    AddressForm("江苏省宿迁市宿城区#", .elsewhere, parts: ("江苏省", "宿迁市", "宿城区", "223800")),
    AddressForm("江苏省宿迁市泗洪县#", .elsewhere),
    AddressForm("223700 江苏省宿迁市泗阳县#", .elsewhere),
    AddressForm("安徽省安庆市宿松县#", .elsewhere, parts: ("安徽省", "安庆市", "宿松县", "246500")),
    AddressForm("浙江省舟山市嵊泗县#", .elsewhere, parts: ("浙江省", "舟山市", "嵊泗县", "202450")),
    AddressForm("311200 浙江省杭州市萧山区#", .elsewhere),
    AddressForm("江苏省徐州市泉山区#", .elsewhere),
    AddressForm("北京市海淀区#", .elsewhere, parts: ("北京市", "市辖区", "海淀区", "100080")),
    AddressForm("安徽省合肥市蜀山区#", .elsewhere, parts: ("安徽省", "合肥市", "蜀山区", "230000")),
    AddressForm("安徽省马鞍山市花山区#", .elsewhere),
    AddressForm("安徽省淮北市濉溪县#", .elsewhere),
    AddressForm("上海市浦东新区#", .elsewhere, parts: ("上海市", "市辖区", "浦东新区", "201203")),
    AddressForm("No. 8 Renmin Road, Suzhou, Jiangsu", .elsewhere),
  ]

  /// Addresses abroad, in Hong Kong and in Taiwan: every part "0", as deliveries give them.
  static let abroad: [AddressForm] = [
    AddressForm("韩国京畿道", .abroad, country: "KR"),
    AddressForm("日本东京都", .abroad, country: "JP"),
    AddressForm("美国·得克萨斯州·休斯敦", .abroad, country: "US"),
    AddressForm("德国慕尼黑", .abroad, country: "DE"),
    AddressForm("中国香港九龙#", .abroad, country: "HK"),
    AddressForm("中国台湾台北市", .abroad, country: "TW"),
    AddressForm("台湾省台北县", .abroad, country: "TW"),
  ]

  /// Addresses from which no place follows.
  static let unresolved: [AddressForm] = [
    AddressForm("高新技术产业园#", .unresolved),
    AddressForm("城关镇#", .unresolved),
    AddressForm(nil, .unresolved),
  ]
}
