import Testing

@testable import Pipelines

@Suite struct TypedNumberTests {
  @Test(arguments: [
    ("第12345号", "CN", "12345"), ("第１２３４５６７８号商标", "CN", "12345678"),
    ("12-345-678", "CN", "12345678"), ("注册号：00123456", "CN", "123456"),
    ("g1234567a", "CN", "G1234567A"), ("国际注册号 G 0123456", "CN", "G123456"),
    ("WO 1234567", "WO", "1234567"), ("wo1234567", "WO", "1234567"),
    ("US 76-000001", "US", "76000001"), ("87988341A", "CN", "87988341A"),
    // A serial number of fixed width keeps its zeros.
    ("US 00123456", "US", "00123456"),
  ])
  func aMarkAsItIsTyped(typed: String, office: String, number: String) throws {
    let mark = try #require(TypedNumber(typed).marks.first)
    #expect(mark.office == office && mark.number == number)
  }

  /// Where an office begins its numbers with its own code, the whole is the number.
  @Test(arguments: ["XX/2019/000101", "XX XX/2019/000101", "xx ／２０１９／000101"])
  func aMarkWhoseNumberBeginsWithTheOffice(typed: String) {
    let forms = TypedNumber(typed).marks
    #expect(forms.allSatisfy { $0.office == "XX" })
    #expect(forms.contains { $0.number == "XX/2019/000101" })
  }

  @Test func noDigitsAreNoMark() {
    #expect(TypedNumber("商标").marks.isEmpty)
    #expect(TypedNumber("第０００号").marks.isEmpty)
  }

  @Test(arguments: [
    ("专利号：ＺＬ 2021 1 0991218.8", "ZL 2021 1 0991218.8"), ("CN-113783949-B", "CN113783949B"),
  ])
  func aPatentAsItIsTyped(typed: String, text: String) {
    #expect(TypedNumber(typed).text == text)
  }

  @Test(arguments: [
    ("US8420588B2", "US is another office"), ("ep 1 234 567 a1", "EP is another office"),
    ("US 76000001", "--trademark"), ("第12345号", "--trademark"), ("G1234567", "--trademark"),
    ("202110991218.7", ""), ("abc", ""),
  ])
  func whatToTryInstead(typed: String, hint: String) {
    let found = TypedNumber(typed).patentHint
    #expect(hint.isEmpty ? found.isEmpty : found.contains(hint))
  }
}
