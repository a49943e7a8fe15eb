/// What a number format makes of a cell's number, as far as it changes what the number says.
///
/// Source: ECMA-376-1, 18.8.30 (numFmt) and 18.8.31 (numFmts).
enum NumberFormat: Hashable {
  /// The digits of the number between texts that the format adds, at least so many before the point.
  case number(prefix: String, digits: Int, suffix: String)
  case percent
  /// A date, and whether the format shows month and day.
  case date(showsMonth: Bool, showsDay: Bool)
  case time
  /// Shows a thousandth, a ten-thousandth, …, of the number.
  case scaled

  static let general = NumberFormat.number(prefix: "", digits: 0, suffix: "")

  /// The format of a number that no workbook spells out. Numbers 27 to 58 are those of a Chinese
  /// (simplified) installation.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14, 15, 16, 22, 28...31, 51, 53, 54, 58: self = .date(showsMonth: true, showsDay: true)
    case 17, 27, 36, 50, 52, 57: self = .date(showsMonth: true, showsDay: false)
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .general
    }
  }

  /// Reads a format's code; only its first section counts, that of positive numbers.
  init(code: String) {
    var scan = NumberFormatScan()
    scan.read(code)
    let showsTime = scan.hasHour || scan.hasSecond
    let showsMonth = scan.hasMonthOrMinute && (scan.hasYear || scan.hasDay || !showsTime)
    if scan.hasYear || scan.hasDay || showsMonth {
      // A format without a year, 5月6日, still stands for a whole date.
      self = .date(
        showsMonth: showsMonth || scan.hasDay, showsDay: scan.hasDay || !scan.hasYear)
    } else if showsTime || scan.hasMonthOrMinute {
      self = .time
    } else if scan.isPercent {
      self = .percent
    } else if scan.isScaled {
      self = .scaled
    } else {
      self = .number(
        prefix: scan.prefix, digits: scan.hasOnlyZeros ? scan.zeros : 0, suffix: scan.suffix)
    }
  }
}

/// The signs of a format's code that decide what it shows.
private struct NumberFormatScan {
  var hasYear = false
  var hasMonthOrMinute = false
  var hasDay = false
  var hasHour = false
  var hasSecond = false
  var isPercent = false
  var isScaled = false
  var prefix = ""
  var suffix = ""
  var zeros = 0
  /// Whether every digit is written `0`, with neither point nor comma.
  var hasOnlyZeros: Bool { zeros > 0 && !hasOtherPlaces }
  private var hasOtherPlaces = false
  private var hasComma = false

  mutating func read(_ code: String) {
    var rest = Array(code)[...]
    while let sign = rest.popFirst() {
      switch sign {
      case ";": return ended()
      case "\"":
        let literal = rest.prefix { $0 != "\"" }
        add(String(literal))
        rest = rest.dropFirst(literal.count + 1)
      case "\\", "!":
        // A point that is written as text, 0!.0000, shows 万 of the number.
        guard let literal = rest.popFirst() else { break }
        if literal == ".", zeros > 0 || hasOtherPlaces { isScaled = true } else { add(literal) }
      case "_", "*": _ = rest.popFirst()
      case "[":
        let inner = String(rest.prefix { $0 != "]" })
        rest = rest.dropFirst(inner.count + 1)
        bracket(inner.lowercased(), inner)
      case "0", "#", "?":
        if sign == "0" { zeros += 1 } else { hasOtherPlaces = true }
        if hasComma { hasOtherPlaces = true }
        hasComma = false
        suffix = ""
      case ",": hasComma = zeros > 0 || hasOtherPlaces
      case ".":
        hasOtherPlaces = true
        if hasComma { isScaled = true }
        hasComma = false
      case "%": isPercent = true
      case "y", "Y": hasYear = true
      case "e", "E", "g", "G":
        if matches("eneral", rest) {
          rest = rest.dropFirst(6)
        } else if matches("/通用格式", rest) {
          // General, as Chinese programs name it.
          rest = rest.dropFirst(5)
        } else if let next = rest.first, next == "+" || next == "-" {
          hasOtherPlaces = true
          rest = rest.dropFirst()
        } else {
          hasYear = true
        }
      case "m", "M": hasMonthOrMinute = true
      case "d", "D": hasDay = true
      case "h", "H": hasHour = true
      case "s", "S": hasSecond = true
      case "a", "A":
        // AM/PM or A/P; aaa is the day of the week.
        if matches("m/pm", rest) {
          hasHour = true
          rest = rest.dropFirst(4)
        } else if matches("/p", rest) {
          hasHour = true
          rest = rest.dropFirst(2)
        } else {
          hasDay = true
        }
      case "/", "-", ":", " ", "(", ")", "+", "@", "~", "'", "^", "<", ">", "=": break
      default: add(sign)
      }
    }
    ended()
  }

  private mutating func ended() {
    if hasComma { isScaled = true }
  }

  /// `[h]` is a duration, `[$¥-804]` a currency with its language, all else a colour or condition.
  private mutating func bracket(_ inner: String, _ displayed: String) {
    if inner.allSatisfy({ $0 == "h" }) { hasHour = true }
    if inner.allSatisfy({ $0 == "m" }) || inner.allSatisfy({ $0 == "s" }) { hasSecond = true }
    if inner.hasPrefix("$") { add(String(displayed.dropFirst().prefix { $0 != "-" })) }
  }

  private mutating func add(_ literal: Character) { add(String(literal)) }

  /// Adds a text to what stands before or behind the digits. The yuan sign says nothing new.
  private mutating func add(_ literal: String) {
    let text = literal.filter { !$0.isWhitespace && $0 != "¥" && $0 != "￥" }
    if zeros == 0, !hasOtherPlaces { prefix += text } else { suffix += text }
  }

  private func matches(_ text: String, _ rest: ArraySlice<Character>) -> Bool {
    String(rest.prefix(text.count)).lowercased() == text
  }
}
