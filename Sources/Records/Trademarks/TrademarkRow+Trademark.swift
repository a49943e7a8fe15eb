extension TrademarkRow {
  /// The row as a record of its own, with ``Trademark/part`` set.
  ///
  /// What a mark has no property for stands in its details under the column's name, as delivered.
  package var trademark: Trademark {
    var mark = Trademark(format: TrademarkRow.format, source: source, office: "CN")
    mark.part = part
    mark.applicationNumber = number
    if let number, number.hasPrefix("G") { mark.internationalNumber = String(number.dropFirst()) }
    if let niceClass { mark.classes = [GoodsClass(nice: niceClass)] }
    switch part {
    case .basic: addBasics(to: &mark)
    case .holder, .coHolder: addParty(to: &mark)
    case .goods: addGoods(to: &mark)
    case .priority:
      // Without a number there is no claim that could be found again; kind and date stay as details.
      if let number = text(.priorityNumber) {
        mark.priorities = [
          Priority(country: text(.priorityCountry), number: number, date: date(.priority))
        ]
      } else {
        add(.priorityCountry, to: &mark)
        if let day = date(.priority) {
          mark.details.append(
            LegalEvent.Detail(label: DateColumn.priority.label, value: day.isoText))
        }
      }
      add(.priorityKind, .priorityGoods, to: &mark)
    case .international: addInternational(to: &mark)
    case .agency:
      mark.representatives = [text(.agencyName)].compactMap { $0 }
      add(.agencyCode, to: &mark)
    }
    return mark
  }

  /// Whether the mark is registered: its term has begun or is given.
  ///
  /// The tables have no column for the status; an application has no term.
  package var isRegistered: Bool {
    date(.termStart) != nil || date(.termEnd) != nil || date(.registration) != nil
  }

  /// 商标类型 as the kind; nil where it is empty or names a form of the mark.
  package var kind: Trademark.Kind? {
    guard let type = text(.markType), markTypeFeature == nil else { return nil }
    if type.contains("集体") { return .collective }
    if type.contains("证明") { return .certification }
    if type.contains("一般") || type.contains("普通") { return .individual }
    return .other
  }

  /// What the mark consists of, where the columns tell it.
  ///
  /// A mark without words is figurative; a name that ends in 及图 or 及图形 is that of a combined mark.
  /// Other names do not tell whether a figure belongs to the mark.
  package var feature: Trademark.Feature? {
    if flag(.isThreeDimensional) == true { return .threeDimensional }
    let form = text(.form) ?? ""
    if form.contains("立体") || form.contains("三维") { return .threeDimensional }
    if form.contains("声音") { return .sound }
    if form.contains("颜色组合") { return .colour }
    if let feature = markTypeFeature { return feature }
    guard rows.columns.texts.contains(.name) else { return nil }
    switch text(.name) {
    case nil, "图形", "图": return .figurative
    case .some(let name):
      return name.hasSuffix("及图") || name.hasSuffix("及图形") ? .combined : nil
    }
  }

  /// A collective or certification mark with 地理标志信息; nil where the table has no such column.
  package var isGeographicalIndication: Bool? {
    guard rows.columns.texts.contains(.geographicalIndication) else { return nil }
    guard kind == .collective || kind == .certification else { return false }
    return has(.geographicalIndication) && flag(.geographicalIndication) != false
      && text(.geographicalIndication) != "无"
  }

  /// 商品状态 says that the item was deleted.
  package var isDeletedItem: Bool {
    switch text(.goodsStatus) {
    case "删除", "已删除", "无效": true
    default: false
    }
  }

  /// Some deliveries write the form of the mark into 商标类型.
  private var markTypeFeature: Trademark.Feature? {
    switch text(.markType) {
    case "WORD", "文字": .word
    case "FIGURATIVE", "图形": .figurative
    case "COMBINED", "组合": .combined
    default: nil
    }
  }

  private func addBasics(to mark: inout Trademark) {
    if isRegistered { mark.registrationNumber = mark.applicationNumber }
    mark.filingDate = date(.filing)
    mark.registrationDate = date(.registration)
    mark.expiryDate = date(.termEnd)
    let name = text(.name)
    mark.name = name == "图形" || name == "图" ? nil : name
    mark.kind = kind
    mark.feature = feature
    mark.isGeographicalIndication = isGeographicalIndication
    mark.isWellKnown = flag(.isWellKnown)
    addEvent("初审公告", .preliminary, .preliminaryIssue, to: &mark)
    addEvent("注册公告", .registration, .registrationIssue, to: &mark)
    addEvent("专用期开始", .termStart, nil, to: &mark)
    add(
      .markType, .agencyCode, .term, .designNote, .colourNote, .disclaimer, .isJoint, .form,
      .geographicalIndication, .colourMark, to: &mark)
    for column in [TextColumn.isThreeDimensional, .isWellKnown] where flag(column) == nil {
      add(column, to: &mark)
    }
  }

  private func addParty(to mark: inout Trademark) {
    let latin = text(.partyLatinName)
    guard let name = text(.partyName) ?? latin else {
      add(.partyAddress, .partyLatinAddress, to: &mark)
      return
    }
    let address = text(.partyAddress)
    mark.holders = [
      Holder(
        name: name, latinName: has(.partyName) ? latin : nil,
        address: address ?? text(.partyLatinAddress))
    ]
    if address != nil { add(.partyLatinAddress, to: &mark) }
  }

  private func addGoods(to mark: inout Trademark) {
    if let name = text(.goodsName), !mark.classes.isEmpty { mark.classes[0].goods = [name] }
    if let group = text(.group), !mark.classes.isEmpty { mark.classes[0].groups = [group] }
    if isDeletedItem { mark.delivery = .deleted }
    add(.itemNumber, .goodsStatus, to: &mark)
  }

  private func addInternational(to mark: inout Trademark) {
    if let number = text(.internationalNumber) { mark.internationalNumber = number }
    addEvent("国际注册", .internationalRegistration, nil, to: &mark)
    addEvent("国际通知", .notification, nil, to: &mark)
    addEvent("国际公告", .internationalPublication, .internationalIssue, to: &mark)
    addEvent("后期指定", .subsequentDesignation, nil, to: &mark)
    addEvent("基础注册", .baseRegistration, nil, to: &mark)
    add(.language, .applicationType, to: &mark)
  }

  private func addEvent(
    _ name: String, _ date: DateColumn, _ issue: TextColumn?, to mark: inout Trademark
  ) {
    let event = TrademarkEvent(
      name: name, date: self.date(date), issue: issue.flatMap { text($0) })
    if event.date != nil || event.issue != nil { mark.events.append(event) }
  }

  private func add(_ columns: TextColumn..., to mark: inout Trademark) {
    for column in columns {
      if let value = text(column) {
        mark.details.append(LegalEvent.Detail(label: column.label, value: value))
      }
    }
  }
}
