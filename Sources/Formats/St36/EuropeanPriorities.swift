import Records

/// The priorities of an EP document: numbers (B310), dates (B320) and countries (B330) that follow one
/// another without an element around each.
///
/// 1. By whole rows: each has as many parts as there are kinds of them, in any order within the row.
/// 2. By rows, as the office writes them: a row begins with the element that stands first, whichever
///    that is; date or country may be missing.
/// 3. By columns: all numbers, then all dates, then all countries, in any order of the three and as many
///    of each.
/// 4. Anything else does not tell which date belongs to which number: the numbers are kept, and dates
///    and countries stand among what was not read.
struct EuropeanPriorities {
  enum Part: Int {
    case number, date, country
  }

  private var items: [(part: Part, text: String)] = []

  mutating func take(_ part: Part, _ text: String?) {
    if let text { items.append((part, text)) }
  }

  private var paired: [[Part: String]]? { wholeRows ?? rows ?? columns }

  var priorities: [Priority] {
    (paired ?? items.filter { $0.part == .number }.map { [.number: $0.text] })
      .compactMap { row in
        row[.number].map {
          Priority(country: row[.country], number: $0, date: row[.date].flatMap { PartialDate($0) })
        }
      }
  }

  /// Dates and countries that belong to no certain number.
  var unread: [UnreadValue] {
    let isPaired = paired != nil
    return items.filter { item in
      item.part != .number && !isPaired
        || item.part == .date && PartialDate(item.text) == nil
    }.map { item in
      UnreadValue(
        field: item.part == .date ? "priorities.date" : "priorities.country", text: item.text)
    }
  }

  /// Nil where a row lacks a part that another has.
  private var wholeRows: [[Part: String]]? {
    let width = Set(items.map { $0.part }).count
    guard width > 0, items.count % width == 0 else { return nil }
    let rows = stride(from: 0, to: items.count, by: width).map { start in
      Dictionary(
        items[start..<start + width].map { ($0.part, $0.text) }, uniquingKeysWith: { one, _ in one }
      )
    }
    return rows.allSatisfy { $0.count == width && $0[.number] != nil } ? rows : nil
  }

  /// Nil where a part repeats within a row, or a row has no number.
  private var rows: [[Part: String]]? {
    guard let first = items.first?.part else { return [] }
    var rows: [[Part: String]] = []
    for item in items {
      if item.part == first {
        rows.append([item.part: item.text])
      } else if rows[rows.count - 1].updateValue(item.text, forKey: item.part) != nil {
        return nil
      }
    }
    // Numbers without anything, then a lone date or country, are the begin of columns.
    let isRagged =
      rows.count > 1 && rows.dropLast().allSatisfy { $0.count == 1 }
      && rows[rows.count - 1].count > 1
    return rows.allSatisfy { $0[.number] != nil } && !isRagged ? rows : nil
  }

  /// Nil where a part stands in two places, or there are more of one than of another.
  private var columns: [[Part: String]]? {
    var order: [Part] = []
    var texts: [Part: [String]] = [:]
    for item in items {
      if order.last != item.part {
        guard texts[item.part] == nil else { return nil }
        order.append(item.part)
      }
      texts[item.part, default: []].append(item.text)
    }
    guard let numbers = texts[.number], texts.values.allSatisfy({ $0.count == numbers.count })
    else {
      return nil
    }
    return numbers.indices.map { index in
      texts.compactMapValues { $0[index] }
    }
  }
}
