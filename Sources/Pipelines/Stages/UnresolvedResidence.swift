import Classifiers
import Records

/// Why it is not known whether a patent's first patentee lives in the region.
enum UnresolvedResidence: Hashable, Sendable {
  case noPatentee
  /// The right was transferred and no new address is known.
  case unknownAfterTransfer
  /// The address names no more than a place that contains the region.
  case tooWide(RegionCode)
  /// Records of a mark name different holders, and which is the later is not known.
  case contradictoryHolders([String])
  case place(UnresolvedPlace)

  /// For `explain`.
  var text: String {
    switch self {
    case .noPatentee: return "no patentee is named"
    case .unknownAfterTransfer: return "the right was transferred and no new address is known"
    case .tooWide(let division): return "the address names no more than \(division)"
    case .contradictoryHolders(let names):
      return "records name different holders, \(names.joined(separator: ", ")); which is later is "
        + "not known"
    case .place(.noAddress): return "there is no address"
    case .place(.noDivisionNamed): return "the address names no division"
    case .place(.ambiguous(let codes)):
      return "the address fits \(codes.map { $0.text }.joined(separator: ", "))"
    }
  }

  /// For reports.
  var chinese: String {
    switch self {
    case .noPatentee: return "专利权人"
    case .unknownAfterTransfer: return "转移后专利权人的地址"
    case .tooWide: return "县区或城市（地址仅载明省份）"
    case .contradictoryHolders(let names):
      return "现注册人（各来源不一致，不能判定先后：\(names.joined(separator: "、"))）"
    case .place(.noAddress): return "地址"
    case .place(.noDivisionNamed): return "地址中的行政区划"
    case .place(.ambiguous(let codes)):
      return "地址所属地区（可能为\(codes.map { $0.text }.joined(separator: "、"))）"
    }
  }
}
