import Testing

@testable import ReferenceTables

@Suite struct IPCTransfersTests {
  @Test func rowsBeforeTheRulesEditionAreLeftOut() throws {
    let transfers = try IPCTransfers(TableCatalogue().table("ipc-transfers"))
    let later = transfers.rows(after: "2020.01").map(\.from.text)
    #expect(later.contains("H01L27*"))
    #expect(later.contains("G06K9/20–G06K9/60"))
    #expect(!later.contains("B60L11/18"))
    #expect(transfers.rows.contains { $0.from.text == "B60L11/18" })
  }

  @Test func everyRowSaysHowFarItIsVerified() throws {
    for row in try IPCTransfers(TableCatalogue().table("ipc-transfers")).rows {
      #expect(row.status.contains("verified") && row.status.contains("memory"), "\(row.from)")
      #expect(row.version.utf8.count == 7, "\(row.from)")
    }
  }
}
