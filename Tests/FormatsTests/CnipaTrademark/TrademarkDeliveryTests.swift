import Testing

@testable import Formats

struct TrademarkDeliveryTests {
  @Test(arguments: [
    ("2023.zip", nil, 2023, 0), ("2023_4.zip", nil, 2023, 4), ("in/2023_12.zip", nil, 2023, 12),
    ("2019第5次增量 商标基本信息.zip", nil, 2019, 5), ("2019年第十二次增量.zip", nil, 2019, 12),
    ("2019第二十次增量.zip", nil, 2019, 20), ("2023/注册商标基本信息.csv", nil, 2023, 0),
    ("2023 商标基本信息.zip", nil, 2023, 0), ("a.zip", "2024_1.zip!注册商标基本信息.csv", 2024, 1),
    ("2023.zip", "2023_4/注册商标基本信息.csv", 2023, 4), ("２０２３＿４.zip", nil, 2023, 4),
  ])
  func names(path: String, member: String?, year: Int, increment: Int) {
    #expect(
      TrademarkDelivery(path: path, member: member)
        == TrademarkDelivery(year: year, increment: increment))
  }

  @Test(arguments: [
    "注册商标基本信息.csv", "20230401.zip", "23.zip", "2023_04_05.zip", "1234.zip", "2019第次增量.zip", "",
  ])
  func namesThatTellNothing(path: String) {
    #expect(TrademarkDelivery(path: path) == nil)
  }

  @Test func order() {
    let names = ["2024.zip", "2023_10.zip", "2023.zip", "2019第5次增量 a.zip", "2023_4.zip"]
    let sorted = names.compactMap { TrademarkDelivery(path: $0) }.sorted()
    #expect(
      sorted.map { [$0.year, $0.increment] } == [
        [2019, 5], [2023, 0], [2023, 4], [2023, 10], [2024, 0],
      ])
  }
}
