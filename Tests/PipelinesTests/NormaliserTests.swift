import Records
import Testing

@testable import Pipelines

struct NormaliserTests {
  /// Codes of other offices get their class from one table, Chinese codes from the other, whoever
  /// delivers them.
  @Test(arguments: [
    ("US", "LAPS", LegalEventClass.lapsed), ("EP", "27W", .revoked), ("EP", "PG25", nil),
    ("US", "AS", nil), ("CN", "CF01", .lapsed), ("CN", "C06", .published), ("CN", "C14", .granted),
    ("CN", "GR01", .granted), ("CN", "CX01", .expired), ("CN", "TR01", .transferred),
    ("CN", "PE01", .pledgeRegistered), ("CN", "PC01", .pledgeCancelled), ("CN", "RR01", .restored),
    ("CN", "C35", nil),
  ])
  func classOfCode(_ country: String, _ code: String, _ expected: LegalEventClass?) throws {
    let application =
      country == "CN"
      ? FiledNumber.chinese(try ApplicationNumber(parsing: "200880123968"))
      : try FiledNumber(country: country, parsing: "12345678")
    var event = LegalEvent(
      format: "ops", source: Source(file: "legal.xml"), country: country, application: application,
      publication: nil)
    event.code = code
    event.name = "A DESCRIPTION IN ENGLISH"
    guard case .event(let result) = try Normaliser().normalise(.event(event)) else {
      Issue.record("no event")
      return
    }
    #expect(result.eventClass == expected)
  }

  @Test func aClassGivenByTheReaderStays() throws {
    var event = LegalEvent(
      format: "uspto-assignment", source: Source(file: "a.xml"), country: "US",
      application: try FiledNumber(country: "US", parsing: "12345678"), publication: nil)
    event.code = "LAPS"
    event.eventClass = .pledgeRegistered
    guard case .event(let result) = try Normaliser().normalise(.event(event)) else {
      Issue.record("no event")
      return
    }
    #expect(result.eventClass == .pledgeRegistered)
  }
}
