/// Which provinces a postcode's first two digits serve.
///
/// Source: 邮政编码 scheme of 1980 (first two digits = province or part of one).
enum PostcodeProvinces {
  /// Whether a postcode beginning with these two digits can belong to the province, `34` for Anhui.
  static func allows(firstTwoDigits digits: Int, province: Int) -> Bool {
    provinces[digits]?.contains(province) ?? false
  }

  private static let provinces: [Int: [Int]] = {
    let spans: [(Int, [Int])] = [
      (11, [10]), (12, [30]), (13, [5, 6, 7]), (14, [3, 4]), (15, [1, 2]), (21, [11, 12]),
      (22, [13]), (23, [15, 16]), (31, [20]), (32, [21, 22]), (33, [31, 32]), (34, [23, 24]),
      (35, [35, 36]), (36, [33, 34]), (37, [25, 26, 27]), (41, [45, 46, 47]), (42, [43, 44]),
      (43, [41, 42]), (44, [51, 52]), (45, [53, 54]), (46, [57]), (50, [40]),
      (51, [61, 62, 63, 64]), (52, [55, 56]), (53, [65, 66, 67]), (54, [85]), (61, [71, 72]),
      (62, [73, 74]), (63, [81]), (64, [75]), (65, [83, 84]),
    ]
    var provinces: [Int: [Int]] = [:]
    for (province, starts) in spans {
      for start in starts { provinces[start, default: []].append(province) }
    }
    return provinces
  }()
}
