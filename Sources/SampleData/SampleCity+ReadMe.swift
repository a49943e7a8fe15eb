extension SampleCity {
  /// What lies in a city's folder, for whoever opens it.
  static let readMe = """
    # A synthetic city

    Written by `ipatlas sample`; the same seed gives the same bytes. Every name, number and text is
    invented. What is true of the city on 2025-12-31 under the default calibre stands in
    `answers.json`: the base set, each criterion, the overlaps, the counties and every record that must
    be rejected.

    | file | shows |
    |---|---|
    | `cnipa/20251230-1-NNN.ZIP` | current format: inventions (A, B, C, corrections B8 and B9), utility models (U), designs (S); with and without prefixes, with byte-order marks, document types, CRLF; stored and deflated members, zip64 in every third archive, absolute member paths, an archive within the first archive, images, `INDEX.XML` and `INDEX.TXT` |
    | `cnipa/20251230-1-NNN-CRC.TXT` | the list of checksums that comes with an archive |
    | `cnipa/20251230-1-001-ALL.XML` | documents one after another, each with its own declaration, the first one cut short |
    | `cnipa/20260327-1-NNN.ZIP` | a later delivery: grants and corrections after the cut-off |
    | `cnipa/*.XML` | loose documents; among them one cut short, one with an undefined entity and a JSON answer named .XML |
    | `cnipa-1/` | old format: publications of applications, loose and in archives |
    | `cnipa-prs/` | legal status, in archives and as one loose file; events delivered twice and in two codes |
    | `registers/pledges.csv` | contracts with amounts around 500 万元, several patents, several rows, dates in four forms, two bad rows |
    | `registers/awards.csv` | awards that count and that do not, a wrong check digit, an unmatched number |
    | `registers/families.csv` | family members of every kind; `searched, none` as a row without a member |
    | `registers/population.csv` | year-end residents 2022 to 2024 |
    | `registers/sei-decisions.csv` | analysts' verdicts that overrule the table |
    | `registers/*.csv` | the other registers, a few rows each; a bad row in four of them |

    """
}
