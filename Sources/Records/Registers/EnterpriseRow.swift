/// One enterprise on one list (企业名单).
package struct EnterpriseRow: Hashable, Sendable {
  package var source: Source
  package var name: String
  /// 统一社会信用代码.
  package var creditCode: CreditCode?
  package var list: EnterpriseList
  /// The year of the list; nil if the cell is empty.
  package var year: Int?
  package var region: RegionCode?
  /// A code or name of GB/T 4754, as delivered.
  package var industry: String?

  package init(
    source: Source, name: String, creditCode: CreditCode? = nil, list: EnterpriseList,
    year: Int? = nil, region: RegionCode? = nil, industry: String? = nil
  ) {
    self.source = source
    self.name = name
    self.creditCode = creditCode
    self.list = list
    self.year = year
    self.region = region
    self.industry = industry
  }
}
