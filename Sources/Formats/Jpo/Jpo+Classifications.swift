extension Jpo {
  /// IPC in the 50 columns of WIPO Standard ST.8, the first in an element of its own.
  static func classificationPaths(_ data: String) -> [FieldMap.Path] {
    ["main-clsf", "further-clsf"].flatMap { name -> [FieldMap.Path] in
      let ipc = "\(data)/classification-ipc/\(name)"
      return [
        .begin(ipc, PublicationField.classification),
        .text(ipc, PublicationField.ipcText),
      ]
    }
  }
}
