extension St96Patent {
  /// IPC in parts, or as a text; CPC in parts, the symbols of combination sets included.
  static func classificationPaths(_ data: String) -> [FieldMap.Path] {
    let bag = "\(data)/PatentClassificationBag"
    let ipc = "\(bag)/IPCRClassificationBag/IPCRClassification"
    let cpc = "\(bag)/CPCClassificationBag"
    var paths: [FieldMap.Path] =
      [
        .begin(ipc, PublicationField.classification),
        .attribute("\(ipc)/@sequenceNumber", PublicationField.sequence),
        .text("\(ipc)/PatentClassificationText", PublicationField.ipcText),
        .text("\(ipc)/Section", PublicationField.ipcSection),
      ] + partsPaths(ipc)
    for symbol in [
      "\(cpc)/MainCPC/CPCClassification", "\(cpc)/FurtherCPC/CPCClassification",
      "\(cpc)/FurtherCPC/CPCCombinationSet/CPCCombinationRank/CPCClassification",
    ] {
      paths.append(.begin(symbol, PublicationField.cooperativeClassification))
      paths.append(.text("\(symbol)/PatentClassificationText", PublicationField.ipcText))
      paths.append(.text("\(symbol)/CPCSection", PublicationField.ipcSection))
      paths += partsPaths(symbol)
    }
    return paths
  }

  private static func partsPaths(_ symbol: String) -> [FieldMap.Path] {
    [
      .text("\(symbol)/Class", PublicationField.ipcClass),
      .text("\(symbol)/Subclass", PublicationField.ipcSubclass),
      .text("\(symbol)/MainGroup", PublicationField.ipcGroup),
      .text("\(symbol)/Subgroup", PublicationField.ipcSubgroup),
    ]
  }
}
