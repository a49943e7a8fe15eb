extension PublishedDocument {
  /// The number as documents of several deliveries are joined by.
  ///
  /// Offices and databases pad numbers differently: `08420588` at the USPTO is `8420588` in DOCDB,
  /// its `20150001234` there is `2015001234`. Leading zeros go, also behind the letters of a design or
  /// plant patent; a US application publication loses the zero behind its year.
  package var joiningNumber: String {
    var digits = Array(number.canonical.utf8)
    let letters = digits.prefix { (0x41...0x5A).contains($0) }.count
    if country == "US", letters == 0, digits.count == 11, digits[0] == 0x32, digits[4] == 0x30 {
      digits.remove(at: 4)
    }
    var start = letters
    while start < digits.count - 1, digits[start] == 0x30 { start += 1 }
    return String(decoding: digits[..<letters] + digits[start...], as: UTF8.self)
  }
}
