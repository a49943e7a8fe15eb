extension Cnipa1 {
  /// `classifications-ipcr`, and `classification-ipc` of documents before the eighth edition.
  static func classificationPaths(_ data: String) -> [FieldMap.Path] {
    let current = "\(data)/classifications-ipcr/classification-ipcr"
    var paths: [FieldMap.Path] = [
      .begin(current, PublicationField.classification),
      .attribute("\(current)/@sequence", PublicationField.sequence),
      .text("\(current)/text", PublicationField.ipcText),
    ]
    for name in ["main-classification", "further-classification"] {
      let earlier = "\(data)/classification-ipc/\(name)"
      paths.append(.begin(earlier, PublicationField.classification))
      paths.append(.text(earlier, PublicationField.ipcText))
    }
    return paths
  }
}
