import Records
import Testing

@testable import ReferenceTables

struct InpadocEventTableTests {
  let table: InpadocEventTable

  init() throws {
    table = try InpadocEventTable(try TableCatalogue().table("inpadoc-events"))
  }

  @Test(arguments: [
    ("EP", "27W", LegalEventClass.revoked), ("EP", "28", .restored), ("US", "STCF", .granted),
    ("US", "FP", .lapsed), ("US", "REIN", .restored), ("JP", "R150", .granted),
    ("JP", "EXPY", .expired), ("JP", "LAPS", .lapsed), ("DE", "R081", nil),
    ("GB", "PE20", .expired),
    ("GB", "S29", .abandoned), ("FR", "GC", .pledgeRegistered), ("FR", "RG", .pledgeCancelled),
    ("NL", "PLEX", .pledgeCancelled), ("DE", "R084", .openLicence), ("FI", "QB", .licenceRecorded),
    ("TW", "MC4A", .revoked), ("RU", "NF4A", .restored), ("KR", "N234", .transferred),
  ])
  func known(_ country: String, _ code: String, _ expected: LegalEventClass?) {
    #expect(table.eventClass(country: country, code: code) == expected)
  }

  /// One state of several, a choice between meanings, or a decision not yet in force.
  @Test(arguments: [
    "EP PG25", "EP PGFP", "EP VS25", "EP U93", "EP GRAA", "EP GBPC", "US AS", "DE R119", "DE R120",
    "AU MK14", "WO WWG", "CN CF01", "XX FP",
  ])
  func undecided(_ name: String) {
    let parts = name.split(separator: " ").map(String.init)
    #expect(table.eventClass(country: parts[0], code: parts[1]) == nil)
  }
}
