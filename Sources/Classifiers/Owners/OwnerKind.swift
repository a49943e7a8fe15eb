/// What kind of body or person an owner is, as the office's statistics group them.
package enum OwnerKind: String, CaseIterable, Sendable {
  /// 企业, partnerships, cooperatives and individual businesses (个体工商户) included.
  case enterprise
  /// 高校 and schools.
  case university
  /// 科研机构
  case institute
  /// 机关团体, hospitals and other 事业单位 included.
  case publicBody = "public-body"
  case person
  /// The name does not tell, as most Latin names without a legal form.
  case unknown

  package var chinese: String {
    switch self {
    case .enterprise: "企业"
    case .university: "高校"
    case .institute: "科研机构"
    case .publicBody: "机关团体"
    case .person: "个人"
    case .unknown: "未识别"
    }
  }
}
