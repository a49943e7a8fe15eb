import Testing

@testable import Records

@Suite struct ApplicationNumberTests {
  /// Every accepted form with its canonical one. Real numbers are from published documents.
  @Test(arguments: [
    ("202110991218.8", "202110991218.8"),
    ("2021109912188", "202110991218.8"),
    ("202110991218", "202110991218.8"),
    ("CN202110991218.8", "202110991218.8"),
    ("ZL 202110991218.8", "202110991218.8"),
    ("ZL202111286633.X", "202111286633.X"),
    ("202111286633x", "202111286633.X"),
    ("２０２１１１２８６６３３．Ｘ ", "202111286633.X"),
    ("102021001286633", "202111286633.X"),
    ("102021000991218", "202110991218.8"),
    ("85202237", "85202237.9"),
    ("86204813", "86204813.3"),
    ("87102734U", "87102734.8"),
    ("CN20092276079U", "200920276079.5"),
    ("201480000788.4", "201480000788.4"),
  ])
  func readsEveryForm(text: String, canonical: String) throws {
    #expect(try ApplicationNumber(parsing: text).canonical == canonical)
  }

  @Test(arguments: [
    "", "0", "00000000", "CN", "2021109912188.8", "20211099121", "202140991218.8", "85402237",
    "189910991218", "PCT/US2021/019468", "202110991218.", "=cmd()", "２０２１", "10-2016-0063019",
  ])
  func refusesWhatIsNoNumber(text: String) {
    #expect(throws: ApplicationNumberFault.malformed(found: text)) {
      try ApplicationNumber(parsing: text)
    }
  }

  @Test func namesTheRightCheckDigit() {
    let text = "202110991218.7"
    #expect(
      throws: ApplicationNumberFault.checkDigit(found: "7", expected: "8", number: text)
    ) { try ApplicationNumber(parsing: text) }
  }

  @Test func keysComeBack() throws {
    for text in ["202110991218.8", "85202237.9", "03100001"] {
      let number = try ApplicationNumber(parsing: text)
      #expect(ApplicationNumber(key: number.key)?.canonical == number.canonical)
    }
  }
}
