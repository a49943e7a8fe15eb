/// A horizontal bar as an inline SVG; its length says part ÷ whole.
struct Bar {
  var part: Int
  var whole: Int

  func html() -> HTML {
    let thousandths = whole <= 0 ? 0 : min(1000, max(0, part) * 1000 / whole)
    // A count above zero is never invisible.
    let length = part > 0 ? max(8, thousandths) : 0
    return """
      <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">\
      <rect class="rail" width="1000" height="10"/><rect width="\(length)" height="10"/></svg>
      """
  }
}
