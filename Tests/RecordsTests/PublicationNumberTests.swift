import TestSupport
import Testing

@testable import Records

@Suite struct PublicationNumberTests {
  @Test(arguments: [
    ("113783949", "113783949"), ("CN113783949", "113783949"), ("CN113783949B", "113783949"),
    ("CN 113783949 A", "113783949"), ("CN1234567C", "1234567"), ("CN101911042B8", "101911042"),
    ("CN85100001", "85100001"),
  ])
  func formsOfOneNumber(_ text: String, _ canonical: String) {
    #expect(PublicationNumber(text)?.canonical == canonical)
    #expect(PublicationNumber(text)?.raw == text)
    #expect(PublicationNumber(text) == PublicationNumber(canonical))
  }

  @Test(arguments: ["", " ", "0", "000000000", "CN", "1234567890123456", "12#4", "不详"])
  func noNumber(_ text: String) { #expect(PublicationNumber(text) == nil) }

  @Test func randomNumbersInEveryForm() throws {
    var random = SeededGenerator()
    for _ in 0..<400 {
      let digits = String(Int.random(in: 1_000_000...999_999_999, using: &random))
      // Eight digits and a letter may also be an old application number, which wins.
      if digits.count == 8 { continue }
      let number = try #require(PublicationNumber(digits), "seed \(random.seed)")
      #expect(number.canonical == digits)
      for kind in ["A", "B", "C", "U", "Y", "S", "D", "A8", "B9"] {
        let text = "CN\(digits)\(kind)"
        #expect(PublicationNumber(text) == number, "seed \(random.seed): \(text)")
        let patent = try PatentNumber(parsing: text)
        if case .publication(let publication, let code) = patent {
          #expect(publication == number && code.text == kind, "seed \(random.seed): \(text)")
        } else {
          Issue.record("seed \(random.seed): \(text) is taken for an application")
        }
      }
    }
  }
}

@Suite struct KindCodeTests {
  @Test func everyLetterAndDigit() throws {
    var codes: [KindCode] = []
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
      for digit in [""] + (0...9).map(String.init) {
        let text = "\(letter)\(digit)"
        let code = try #require(KindCode(text))
        #expect(code.text == text)
        #expect(KindCode(text.lowercased()) == code)
        #expect(KindCode(" \(text) ") == code)
        #expect(code.isCorrection == ["8", "9"].contains(digit))
        #expect(code.isInventionGrant == (letter == "B" || letter == "C"))
        #expect(code.isApplicationPublication == (letter == "A"))
        codes.append(code)
      }
      #expect(KindCode("0\(letter)") == KindCode(String(letter)), "as in file names")
    }
    let letters = codes.map { $0.letter }
    #expect(codes.sorted().map { $0.letter } == letters, "by letter first")
    #expect(KindCode("A")?.right == .invention)
    #expect(KindCode("B8")?.right == .invention)
    #expect(KindCode("U")?.right == .utilityModel)
    #expect(KindCode("Y")?.right == .utilityModel)
    #expect(KindCode("S")?.right == .design)
    #expect(KindCode("D")?.right == .design)
    #expect(KindCode("X")?.right == nil)
  }

  @Test(arguments: ["", "8", "AB", "A12", "00", "Ａ", "é", "B-", "[", "{", "`"])
  func noKind(_ text: String) { #expect(KindCode(text) == nil) }
}

@Suite struct PatentNumberTests {
  @Test func applicationsInEveryFormAreOneNumber() throws {
    var random = SeededGenerator()
    for _ in 0..<400 {
      let year = Int.random(in: 2004...2026, using: &random)
      let body =
        "\(year)1\(String(10_000_000 + Int.random(in: 0..<9_999_999, using: &random)).dropFirst())"
      // The twelve digits determine the check digit.
      let number = try #require(ApplicationNumber(body), "seed \(random.seed): \(body)")
      let canonical = number.canonical
      let digits = canonical.filter { $0 != "." }
      for form in [
        canonical, digits, "ZL\(canonical)", "ZL \(digits)", "CN\(canonical)", "CN\(body)",
      ] {
        guard case .application(let found) = try PatentNumber(parsing: form) else {
          Issue.record("seed \(random.seed): \(form) is taken for a publication")
          continue
        }
        #expect(found == number, "seed \(random.seed): \(form)")
      }
      let wrong = digits.last == "3" ? "5" : "3"
      #expect(throws: ApplicationNumberFault.self, "seed \(random.seed): \(canonical)") {
        try PatentNumber(parsing: digits.dropLast() + wrong)
      }
    }
  }

  @Test(arguments: ["", "不详", "CN", "US11111111B2", "CN123456A", "CN1234567890123A"])
  func noPatent(_ text: String) {
    #expect(throws: ApplicationNumberFault.self) { try PatentNumber(parsing: text) }
  }
}
