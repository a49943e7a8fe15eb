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
      paths.append(.begin("\(data)/B500/B510/\(tag)", PublicationField.classification))
      paths.append(.text("\(data)/B500/B510/\(tag)", PublicationField.ipcText))
    }
    return paths
  }

  /// Current symbols in `classifications-ipcr`, each at the core and the advanced level; those of
  /// before 2006 in `classification-ipc`, whose text (`4A 61F  11/00   A`) begins with the edition.
  static func lexisNexisClassificationPaths(_ data: String) -> [FieldMap.Path] {
    let ipc = "\(data)/classifications-ipcr/classification-ipcr"
    let earlier = ["main-classification", "further-classification"].map {
      "\(data)/classification-ipc/\($0)"
    }
    return ([ipc] + earlier).flatMap { path -> [FieldMap.Path] in
      [
        .begin(path, PublicationField.classification),
        .attribute("\(path)/@sequence", PublicationField.sequence),
        .text("\(path)/text", PublicationField.ipcText),
        .text("\(path)/section", PublicationField.ipcSection),
        .text("\(path)/class", PublicationField.ipcClass),
        .text("\(path)/subclass", PublicationField.ipcSubclass),
        .text("\(path)/main-group", PublicationField.ipcGroup),
        .text("\(path)/subgroup", PublicationField.ipcSubgroup),
      ]
    }
  }
}
