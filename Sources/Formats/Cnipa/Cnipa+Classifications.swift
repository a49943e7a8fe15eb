extension Cnipa {
  static func classificationPaths(_ data: String) -> [FieldMap.Path] {
    let ipc = "\(data)/ClassificationIPCRDetails/ClassificationIPCR"
    let locarno = "\(data)/ClassificationLocarno"
    return [
      .begin(ipc, PublicationField.classification),
      .attribute("\(ipc)/@sequence", PublicationField.sequence),
      .text("\(ipc)/Text", PublicationField.ipcText),
      .text("\(ipc)/Section", PublicationField.ipcSection),
      .text("\(ipc)/MainClass", PublicationField.ipcClass),
      .text("\(ipc)/Subclass", PublicationField.ipcSubclass),
      .text("\(ipc)/MainGroup", PublicationField.ipcGroup),
      .text("\(ipc)/Subgroup", PublicationField.ipcSubgroup),
      .text("\(locarno)/MainClassification", PublicationField.locarnoSymbol),
      .text("\(locarno)/FurtherClassification", PublicationField.locarnoSymbol),
      .text("\(locarno)/Text", PublicationField.locarnoText),
    ]
  }
}
