extension Docdb {
  /// IPC as text of 50 columns, CPC as text or as parts; other schemes (`UC`, `FI`) are left out.
  static func classificationPaths(_ data: String) -> [FieldMap.Path] {
    let international = "\(data)/classifications-ipcr/classification-ipcr"
    let cooperative = "\(data)/patent-classifications/patent-classification"
    return [
      .begin(international, PublicationField.classification),
      .attribute("\(international)/@sequence", PublicationField.sequence),
      .text("\(international)/text", PublicationField.ipcText),
      .text(
        "\(data)/classification-ipc/main-classification", PublicationField.earlierClassification),
      .text(
        "\(data)/classification-ipc/further-classification",
        PublicationField.earlierClassification),
      .text("\(data)/classification-ipc/text", PublicationField.earlierClassification),
      .begin(cooperative, PublicationField.cooperativeClassification),
      .attribute(
        "\(cooperative)/classification-scheme/@scheme", PublicationField.classificationScheme),
      .text("\(cooperative)/classification-symbol", PublicationField.ipcText),
      .text("\(cooperative)/section", PublicationField.ipcSection),
      .text("\(cooperative)/class", PublicationField.ipcClass),
      .text("\(cooperative)/subclass", PublicationField.ipcSubclass),
      .text("\(cooperative)/main-group", PublicationField.ipcGroup),
      .text("\(cooperative)/subgroup", PublicationField.ipcSubgroup),
    ]
  }
}
