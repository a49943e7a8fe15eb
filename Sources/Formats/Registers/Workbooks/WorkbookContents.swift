/// The list of a workbook's sheets.
final class WorkbookContents: WorkbookPartReader {
  struct Sheet {
    var name: String
    var relationship: String?
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var countsFrom1904 = false

  func start(_ element: WorkbookElement) {
    switch element.name {
    case "sheet":
      sheets.append(
        Sheet(
          name: element["name"] ?? "", relationship: element["id"],
          isHidden: element["state"].map { $0 != "visible" } ?? false))
    case "workbookPr":
      // Later versions add an element of this name to the extensions, without the attribute.
      if let text = element["date1904"] { countsFrom1904 = text == "1" || text == "true" }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: String) {}
}

/// Where the parts lie that a workbook's main part refers to.
final class WorkbookRelationships: WorkbookPartReader {
  struct Target {
    /// The last step of the relationship's type, `worksheet`.
    var type: String
    var path: String
  }

  private(set) var targets: [String: Target] = [:]

  func start(_ element: WorkbookElement) {
    guard element.name == "Relationship", let id = element["Id"], let target = element["Target"],
      element["TargetMode"] != "External"
    else { return }
    let type = element["Type"].flatMap { $0.split(separator: "/").last.map(String.init) } ?? ""
    targets[id] = Target(type: type, path: WorkbookRelationships.path(target))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: String) {}

  /// The part's path in the archive; targets are relative to the main part's folder.
  private static func path(_ target: String) -> String {
    var steps: [Substring] = target.hasPrefix("/") ? [] : ["xl"]
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
