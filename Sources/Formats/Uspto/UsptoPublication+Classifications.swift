extension UsptoPublication {
  /// IPC from 2006 in parts (`classification-ipcr`), before in columns; CPC; Locarno for designs. The
  /// national classification is not kept, nor are sets of CPC symbols (`combination-set`), whose
  /// symbols stand among the others.
  static func classificationPaths(_ data: String) -> [FieldMap.Path] {
    let groups: [(String, PublicationField)] = [
      ("\(data)/classifications-ipcr/classification-ipcr", .classification),
      ("\(data)/classifications-cpc/main-cpc/classification-cpc", .cooperativeClassification),
      ("\(data)/classifications-cpc/further-cpc/classification-cpc", .cooperativeClassification),
    ]
    var paths: [FieldMap.Path] = [
      .text("\(data)/classification-ipc/main-classification", PublicationField.ipcColumns),
      .text("\(data)/classification-ipc/further-classification", PublicationField.ipcColumns),
      .text("\(data)/classification-locarno/main-classification", PublicationField.locarnoSymbol),
      .text(
        "\(data)/classification-locarno/further-classification", PublicationField.locarnoSymbol),
    ]
    for (path, field) in groups {
      paths += [
        .begin(path, field),
        .text("\(path)/section", PublicationField.ipcSection),
        .text("\(path)/class", PublicationField.ipcClass),
        .text("\(path)/subclass", PublicationField.ipcSubclass),
        .text("\(path)/main-group", PublicationField.ipcGroup),
        .text("\(path)/subgroup", PublicationField.ipcSubgroup),
        .text("\(path)/symbol-position", PublicationField.symbolPosition),
      ]
    }
    return paths
  }
}
