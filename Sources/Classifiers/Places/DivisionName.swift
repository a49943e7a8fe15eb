/// The forms in which an address writes a division's name.
enum DivisionName {
  /// The name without its kind: 宿州市 → 宿州, 内蒙古自治区 → 内蒙古, 恩施土家族苗族自治州 → 恩施.
  static func stem(_ name: String) -> String {
    for suffix in ["特别行政区", "自治区", "自治州", "自治县", "自治旗"] where name.hasSuffix(suffix) {
      return withoutPeoples(String(name.dropLast(suffix.count)))
    }
    for suffix in ["地区", "省", "市", "盟", "县", "区", "旗"] where name.hasSuffix(suffix) {
      return String(name.dropLast(suffix.count))
    }
    return name
  }

  /// Other ways of writing a name: variant characters, and 州 for 自治州.
  static func variants(_ name: String) -> [String] {
    var variants: [String] = []
    if name.hasSuffix("自治州") { variants.append(stem(name) + "州") }
    for (common, others) in variantSpellings where name.hasPrefix(common) {
      variants += others.map { $0 + name.dropFirst(common.count) }
    }
    return variants
  }

  /// 墉桥区 stands in the tables of 2002 to 2004; 甬桥 and 灵壁 are frequent misspellings.
  private static let variantSpellings = [("埇桥", ["墉桥", "甬桥"]), ("灵璧", ["灵壁"])]

  private static func withoutPeoples(_ name: String) -> String {
    var name = name
    while let people = peoples.first(where: { name.hasSuffix($0) && name.count > $0.count + 1 }) {
      name.removeLast(people.count)
    }
    return name
  }

  /// Names of peoples in names of autonomous divisions, longer ones before their own ends.
  private static let peoples = [
    "鄂伦春族", "鄂温克族", "达斡尔族", "柯尔克孜族", "哈萨克族", "俄罗斯族", "维吾尔族", "塔吉克族", "朝鲜族", "土家族",
    "蒙古族", "布依族", "哈尼族", "景颇族", "傈僳族", "撒拉族", "仫佬族", "毛南族", "仡佬族", "拉祜族", "布朗族", "纳西族",
    "独龙族", "普米族", "保安族", "东乡族", "裕固族", "锡伯族", "柯尔克孜", "哈萨克", "维吾尔", "塔吉克", "蒙古", "锡伯", "各族",
    "苗族", "藏族", "羌族", "彝族", "侗族", "壮族", "傣族", "白族", "回族", "瑶族", "黎族", "满族", "土族", "水族", "佤族",
    "怒族", "畲族",
  ]
}
