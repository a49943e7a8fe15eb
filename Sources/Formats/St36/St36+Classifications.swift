extension St36 {
  /// IPC in `B510EP` since 2006, in `B511` to `B513` before; CPC in `B520EP` since 2022.
  static func europeanClassificationPaths(_ data: String) -> [FieldMap.Path] {
    let ipc = "\(data)/B500/B510EP/classification-ipcr"
    let cpc = "\(data)/B500/B520EP/classifications-cpc/classification-cpc"
    var paths: [FieldMap.Path] = [
      .begin(ipc, PublicationField.classification),
      .attribute("\(ipc)/@sequence", PublicationField.sequence),
      .text("\(ipc)/text", PublicationField.ipcText),
      .begin(cpc, PublicationField.cooperativeClassification),
      .attribute("\(cpc)/@sequence", PublicationField.sequence),
      .text("\(cpc)/text", PublicationField.ipcText),
    ]
    for tag in ["B511", "B512", "B513"] {
      paths.append(.text("\(data)/B500/B510/\(tag)", PublicationField.earlierClassification))
    }
    return paths
  }

  /// Current symbols in `classifications-ipcr`, each at the core and the advanced level. Those of
  /// before 2006 in `classification-ipc`, whose text (`4A 61F  11/00   A`) begins with the edition,
  /// count where there are no others.
  static func lexisNexisClassificationPaths(_ data: String) -> [FieldMap.Path] {
    let ipc = "\(data)/classifications-ipcr/classification-ipcr"
    let earlier = ["main-classification", "further-classification"].map {
      FieldMap.Path.text(
        "\(data)/classification-ipc/\($0)/text", PublicationField.earlierClassification)
    }
    return [
      .begin(ipc, PublicationField.classification),
      .attribute("\(ipc)/@sequence", PublicationField.sequence),
      .text("\(ipc)/text", PublicationField.ipcText),
      .text("\(ipc)/section", PublicationField.ipcSection),
      .text("\(ipc)/class", PublicationField.ipcClass),
      .text("\(ipc)/subclass", PublicationField.ipcSubclass),
      .text("\(ipc)/main-group", PublicationField.ipcGroup),
      .text("\(ipc)/subgroup", PublicationField.ipcSubgroup),
    ] + earlier
  }
}
