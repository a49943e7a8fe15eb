import Records

/// The pairs 变更前 / 变更后 of one event, each with what it changes.
///
/// The details are read in order: 变更事项 opens a group; a 变更前… value opens a pair, a 变更后… value
/// closes the earliest open one of the same label. Without 变更事项 the rest of the label
/// (变更前地址) says what changes, else the event's class.
package struct PatenteeChange {
  package enum Item: Hashable {
    /// 专利权人 and its like: the patentee's name.
    case name
    /// 第一专利权人: the first patentee by word.
    case firstName
    case address
    /// 专利权人+地址 in one value.
    case nameAndAddress
    /// 共同专利权人: never the first patentee.
    case coPatentee
    /// Inventors, agents, contacts, titles: not the patentee at all.
    case other
  }

  package struct Pair: Hashable {
    package var item: Item
    package var before: String?
    package var after: String?
  }

  package let pairs: [Pair]

  package init(_ event: LegalEvent, eventClass: LegalEventClass?) {
    var pairs: [Pair] = []
    var suffixes: [String] = []
    var groupStart = 0
    var item: Item?
    for detail in event.details {
      let label = PartyText.key(detail.label)
      if label.hasPrefix("变更事项") || label.hasPrefix("变更项目") {
        item = PatenteeChange.item(PartyText.key(detail.value))
        groupStart = pairs.count
      } else if label.hasPrefix("变更前") || label.hasPrefix("变更后") {
        let suffix = String(label.dropFirst(3))
        let item = PatenteeChange.item(group: item, suffix: suffix, eventClass: eventClass)
        if label.hasPrefix("变更前") {
          pairs.append(Pair(item: item, before: PartyText.present(detail.value), after: nil))
          suffixes.append(suffix)
        } else if let open = (groupStart..<pairs.count).first(where: {
          pairs[$0].after == nil && suffixes[$0] == suffix
        }) {
          // An empty value stays an open pair, which is closed by being marked with no text.
          pairs[open].after = detail.value
        } else {
          pairs.append(Pair(item: item, before: nil, after: detail.value))
          suffixes.append(suffix)
        }
      }
    }
    self.pairs = PatenteeChange.separated(
      pairs.map { Pair(item: $0.item, before: $0.before, after: PartyText.present($0.after)) })
  }

  /// Two pairs under one 专利权人+地址 are the name and the address.
  private static func separated(_ pairs: [Pair]) -> [Pair] {
    var result = pairs
    for index in result.indices.dropLast()
    where result[index].item == .nameAndAddress && result[index + 1].item == .nameAndAddress {
      let value = result[index].after ?? ""
      guard PartyText.nameAndAddress(value).address == nil else { continue }
      result[index].item = .name
      result[index + 1].item = .address
    }
    return result
  }

  private static func item(group: Item?, suffix: String, eventClass: LegalEventClass?) -> Item {
    switch group {
    case .name, .firstName, .nameAndAddress: if suffix.contains("地址") { return .address }
    default: break
    }
    if let group { return group }
    if suffix.contains("地址") || suffix.contains("共同") { return item(suffix) }
    switch eventClass {
    case .readdressed: return suffix.contains("权") ? item(suffix) : .address
    default: return suffix.isEmpty || suffix.contains("权利人") ? .name : item(suffix)
    }
  }

  private static func item(_ key: String) -> Item {
    let excluded = ["发明人", "设计人", "代理", "联系", "发明名称", "产品名称", "国籍", "国别"]
    if excluded.contains(where: { key.contains($0) }) { return .other }
    let joint = ["共同", "共有", "第二", "第三", "第四", "第五", "其他专利权人"]
    if joint.contains(where: { key.contains($0) }) { return .coPatentee }
    let hasAddress = key.contains("地址")
    let hasName = ["权人", "权利人", "姓名", "名称", "申请人"].contains { key.contains($0) }
    // 专利权人地址 names the address of the patentee; only a joining mark makes it both.
    let joins = key.contains { "+、,;/和及与".contains($0) }
    if hasAddress { return hasName && joins ? .nameAndAddress : .address }
    if key.contains("第一") { return .firstName }
    return hasName ? .name : .other
  }
}
