/// Tells an owner's kind from words in its name; the word nearest to the end decides.
enum OwnerKindRules {
  private static let agencies = [
    "专利代理", "知识产权代理", "商标代理", "商标事务所", "专利事务所", "专利商标事务所", "知识产权事务所",
    "律师事务所", "知识产权服务", "专利代理机构",
  ]

  static func isAgency(_ name: String) -> Bool { agencies.contains { name.contains($0) } }

  /// Words by kind. Where several occur, the one whose end lies last in the name decides: a firm of a
  /// university is a firm, a university's hospital a public body.
  private static let words: [(word: String, kind: OwnerKind)] = [
    ("公司", .enterprise), ("集团", .enterprise), ("厂", .enterprise), ("企业", .enterprise),
    ("合作社", .enterprise), ("农场", .enterprise), ("林场", .enterprise), ("商行", .enterprise),
    ("经营部", .enterprise), ("工作室", .enterprise), ("合伙", .enterprise), ("个体工商户", .enterprise),
    ("个人独资", .enterprise), ("事务所", .enterprise), ("酒店", .enterprise), ("饭店", .enterprise),
    ("养殖场", .enterprise), ("种植园", .enterprise), ("商店", .enterprise), ("店", .enterprise),
    ("株式会社", .enterprise), ("会社", .enterprise), ("矿", .enterprise), ("银行", .enterprise),
    ("电厂", .enterprise), ("家庭农场", .enterprise), ("联合社", .enterprise), ("基地", .enterprise),
    ("大学", .university), ("学院", .university), ("学校", .university), ("中学", .university),
    ("小学", .university), ("幼儿园", .university), ("技校", .university), ("校区", .university),
    ("党校", .university),
    ("研究院", .institute), ("研究所", .institute), ("研究中心", .institute), ("科学院", .institute),
    ("实验室", .institute), ("设计院", .institute), ("勘察院", .institute), ("检测中心", .institute),
    ("检验院", .institute), ("检测院", .institute), ("农科院", .institute), ("科学研究", .institute),
    ("研究室", .institute), ("技术中心", .institute), ("创新中心", .institute), ("创新院", .institute),
    ("科学所", .institute), ("研发中心", .institute),
    ("医院", .publicBody), ("局", .publicBody), ("委员会", .publicBody), ("人民政府", .publicBody),
    ("协会", .publicBody), ("学会", .publicBody), ("联合会", .publicBody), ("基金会", .publicBody),
    ("部队", .publicBody), ("支队", .publicBody), ("大队", .publicBody), ("中队", .publicBody),
    ("法院", .publicBody), ("检察院", .publicBody), ("博物馆", .publicBody), ("图书馆", .publicBody),
    ("推广站", .publicBody), ("管理站", .publicBody), ("气象台", .publicBody), ("监测站", .publicBody),
    ("保健院", .publicBody), ("卫生院", .publicBody), ("控制中心", .publicBody), ("管理中心", .publicBody),
    ("服务中心", .publicBody), ("推广中心", .publicBody), ("指挥部", .publicBody), ("办公室", .publicBody),
    ("管理处", .publicBody), ("总站", .publicBody), ("监狱", .publicBody), ("医疗中心", .publicBody),
    ("站", .publicBody), ("所", .institute), ("中心", .publicBody), ("院", .institute),
    ("部", .publicBody), ("馆", .publicBody), ("队", .publicBody), ("会", .publicBody),
  ]

  static func chinese(_ name: String, raw: String) -> OwnerKind {
    var best: (end: Int, length: Int, kind: OwnerKind)?
    let count = name.count
    // A word of one character tells only at the end: 张三会 is rare, 王店主 rarer.
    for (word, kind) in words {
      let isShort = word.count == 1
      if isShort, !name.hasSuffix(word) || (count <= 4 && !(count > 2 && word == "厂")) { continue }
      guard let range = name.ranges(of: word).last else { continue }
      let end = name.distance(from: name.startIndex, to: range.upperBound)
      if best.map({ (end, word.count) > ($0.end, $0.length) }) ?? true {
        best = (end, word.count, kind)
      }
    }
    if let best { return best.kind }
    return isPerson(name, raw: raw) ? .person : .unknown
  }

  static func latin(_ name: String, hasForm: Bool) -> OwnerKind {
    let words = Set(name.split(separator: " ").map(String.init))
    if !words.isDisjoint(with: ["UNIVERSITY", "COLLEGE", "UNIVERSITAET", "UNIVERSITE"]) {
      return .university
    }
    if hasForm { return .enterprise }
    if !words.isDisjoint(with: ["INSTITUTE", "ACADEMY", "LABORATORIES"]) { return .institute }
    return .unknown
  }

  /// Two to four characters, or a transcribed name with a point between its parts.
  private static func isPerson(_ name: String, raw: String) -> Bool {
    let count = name.count
    if (2...4).contains(count) { return true }
    let hasPoint = raw.unicodeScalars.contains { ["·", "•", "．", "・", "."].contains($0) }
    return hasPoint && count <= 20
  }
}
