/// Countries and offices as tables kept by hand name them.
enum CountryName {
  /// The code of WIPO ST.3 that a cell gives or means, nil if it does neither.
  static func code(_ text: String) -> String? {
    let code = CellText.key(text)
    return isCode(code) ? code : codes[CellText.narrow(text)]
  }

  /// Whether a text has a code's form: two capitals.
  static func isCode(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Chinese names of offices that tables kept by hand use, with their WIPO ST.3 codes.
  private static let codes = [
    "中国": "CN", "美国": "US", "日本": "JP", "韩国": "KR", "德国": "DE", "英国": "GB", "法国": "FR",
    "欧洲": "EP", "欧专局": "EP", "欧洲专利局": "EP", "世界知识产权组织": "WO", "国际": "WO",
    "香港": "HK", "中国香港": "HK", "澳门": "MO", "中国澳门": "MO", "台湾": "TW", "中国台湾": "TW",
    "加拿大": "CA", "澳大利亚": "AU", "新西兰": "NZ", "印度": "IN", "俄罗斯": "RU", "新加坡": "SG",
    "马来西亚": "MY", "泰国": "TH", "越南": "VN", "印度尼西亚": "ID", "菲律宾": "PH", "巴西": "BR",
    "墨西哥": "MX", "南非": "ZA", "以色列": "IL", "土耳其": "TR", "意大利": "IT", "西班牙": "ES",
    "荷兰": "NL", "比利时": "BE", "奥地利": "AT", "瑞士": "CH", "瑞典": "SE", "芬兰": "FI",
    "丹麦": "DK", "挪威": "NO", "波兰": "PL", "欧亚专利局": "EA",
  ]
}
