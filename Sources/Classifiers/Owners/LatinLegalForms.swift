/// Words of Latin names that tell the legal form and nothing of the owner.
enum LatinLegalForms {
  static let words: Set<String> = [
    "INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "COMPANIES", "LTD", "LIMITED",
    "LLC", "LLP", "LP", "GMBH", "AG", "KG", "KGAA", "SA", "SAS", "SARL", "SPA", "SRL", "BV", "NV",
    "AB", "OY", "OYJ", "AS", "APS", "PLC", "PTY", "PTE", "KK", "KABUSHIKI", "KAISHA", "SE", "SDN",
    "BHD", "AKTIENGESELLSCHAFT", "AKTIEBOLAG", "SOCIETE", "ANONYME", "MBH", "GESELLSCHAFT",
  ]
  /// Words that say nothing wherever they stand.
  static let fillers: Set<String> = ["THE", "AND"]
  /// Longer spellings of words that many names shorten.
  static let abbreviations: [String: String] = [
    "INTL": "INTERNATIONAL", "TECH": "TECHNOLOGY", "TECHNOLOGIES": "TECHNOLOGY",
    "UNIV": "UNIVERSITY", "INST": "INSTITUTE", "MFG": "MANUFACTURING", "IND": "INDUSTRIES",
    "INDS": "INDUSTRIES", "INDUSTRY": "INDUSTRIES", "LABS": "LABORATORIES",
    "LAB": "LABORATORIES", "LABORATORY": "LABORATORIES", "SYS": "SYSTEMS", "SYSTEM": "SYSTEMS",
    "PHARM": "PHARMACEUTICALS", "PHARMACEUTICAL": "PHARMACEUTICALS", "PRODS": "PRODUCTS",
    "ELEC": "ELECTRIC", "CHEM": "CHEMICAL", "NATL": "NATIONAL", "ASSOC": "ASSOCIATES",
    "RES": "RESEARCH", "DEV": "DEVELOPMENT", "DIV": "DIVISION", "BROS": "BROTHERS",
  ]

  /// The words that name the owner; all of them where nothing else is left.
  static func core(_ folded: String) -> (name: String, hasForm: Bool) {
    // Single letters that follow each other are one abbreviation: U S A, L L C.
    var tokens: [String] = []
    var letters = ""
    func flush() {
      if !letters.isEmpty { tokens.append(letters) }
      letters = ""
    }
    for word in folded.split(separator: " ") {
      if word.utf8.count == 1, word.utf8.first.map({ $0 >= 0x41 }) ?? false {
        letters += word
      } else {
        flush()
        tokens.append(String(word))
      }
    }
    flush()
    let kept = tokens.filter { !words.contains($0) && !fillers.contains($0) }
      .map { abbreviations[$0] ?? $0 }
    let hasForm = tokens.contains { words.contains($0) }
    return (kept.isEmpty ? tokens.joined(separator: " ") : kept.joined(separator: " "), hasForm)
  }
}
