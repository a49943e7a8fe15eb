/// A person or body named in a document: an applicant or an assignee (patentee, 专利权人).
package struct Party: Hashable, Sendable {
  /// The 1-based place among the parties of the same role.
  package var sequence: Int
  package var name: String
  /// WIPO ST.3 code of the country given for the address.
  package var country: String?
  package var postcode: String?
  /// The whole address as printed, with its postcode if the text carries one.
  package var address: String?
  /// Province, city and county as structured elements; they often contradict `address`.
  package var province: String?
  package var city: String?
  package var county: String?
  /// The place, once the address is resolved; nil before, and where it cannot be resolved.
  package var region: RegionCode?

  package init(
    sequence: Int, name: String, country: String? = nil, postcode: String? = nil,
    address: String? = nil, province: String? = nil, city: String? = nil, county: String? = nil,
    region: RegionCode? = nil
  ) {
    self.sequence = sequence
    self.name = name
    self.country = country
    self.postcode = postcode
    self.address = address
    self.province = province
    self.city = city
    self.county = county
    self.region = region
  }
}
