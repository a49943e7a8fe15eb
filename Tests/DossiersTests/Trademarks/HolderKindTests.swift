import Testing

@testable import Dossiers

@Suite struct HolderKindTests {
  @Test(arguments: [
    ("宿州甲科技有限公司", HolderKind.enterprise), ("安徽某（集团）有限公司（宿州）", .enterprise),
    ("砀山县良梨镇果品专业合作社", .enterprise), ("泗县大路口乡面粉厂", .enterprise),
    ("埇桥区老乡鸡店", .enterprise), ("Example Co., Ltd.", .enterprise),
    ("砀山县酥梨协会", .institution), ("宿州市人民政府", .institution), ("宿州学院", .institution),
    ("灵璧县农业技术推广中心", .institution), ("张三", .person), ("欧阳修文", .person),
    ("李四342201********1234", .person), ("买买提·艾力", .person), ("百草堂", .unknown),
    ("王建行", .unknown), ("JOHN SMITH", .unknown),
  ])
  func aNameTellsAsFarAsItsWordsGo(name: String, kind: HolderKind) {
    #expect(HolderKind(name: name) == kind)
  }
}
