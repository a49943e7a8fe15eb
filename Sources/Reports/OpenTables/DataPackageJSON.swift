import Analyses

/// `datapackage.json`: the data dictionary of a folder of tables, as Frictionless' Tabular Data Package.
///
/// Source: specs.frictionlessdata.io, data-package, tabular-data-resource, table-schema (1.0). Deterministic:
/// there is no day of creation, the cut-off is in the title.
package enum DataPackageJSON {
  package static let fileName = "datapackage.json"

  /// A file of a table.
  package struct Resource: Sendable {
    package let path: String
    package let table: DataTable
    package let bytes: Int
    /// SHA-256, 64 hexadecimal digits.
    package let digest: String
    /// The columns that were left out because they were taken over from the deliveries.
    package let leftOut: [String]

    package init(
      path: String, table: DataTable, bytes: Int, digest: String, leftOut: [String] = []
    ) {
      self.path = path
      self.table = table
      self.bytes = bytes
      self.digest = digest
      self.leftOut = leftOut
    }
  }

  package static func bytes(
    name: String, title: String, isPublic: Bool, resources: [Resource]
  ) -> [UInt8] {
    JSONText.document([
      "profile": "data-package",
      "name": .text(name),
      "title": .text(title),
      "description": .text(
        isPublic
          ? "只含派生列。交付数据的原样列（申请号、名称、发明人等）按数据使用条款不得转发，已略去。"
          : "内部使用。x-disclosure 为 office 的列是交付数据的原样内容，按数据使用条款不得转发；为 open 的列为统计派生。"),
      "resources": .list(resources.map { resource($0) }),
    ])
  }

  private static func resource(_ resource: Resource) -> JSONValue {
    let table = resource.table
    let isTable = resource.path.hasSuffix(".csv")
    let name = resource.path.split(separator: "/").last.map(String.init) ?? resource.path
    var description = table.grain
    if !resource.leftOut.isEmpty {
      description += "。已略去的列：\(resource.leftOut.joined(separator: "、"))"
    }
    return [
      "name": .text(name.replacing(".", with: "-")),
      "path": .text(resource.path),
      "profile": .text(isTable ? "tabular-data-resource" : "data-resource"),
      "title": .text(table.title),
      "description": .text(description),
      "format": .text(isTable ? "csv" : "parquet"),
      "mediatype": .text(isTable ? "text/csv" : "application/vnd.apache.parquet"),
      "encoding": .text(isTable ? "utf-8" : "binary"),
      "bytes": .integer(resource.bytes),
      "hash": .text("sha256:\(resource.digest)"),
      "schema": [
        "fields": .list(table.columns.map { field($0, isKey: table.key == [$0.name]) }),
        "primaryKey": .list(table.key.map { .text($0) }),
        "missingValues": [""],
      ],
    ]
  }

  private static func field(_ column: DataColumn, isKey: Bool) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .text(column.name)), .init("title", .text(column.title)),
      .init("type", .text(type(column.kind))),
    ]
    let words = [column.unit.map { "单位：\($0)" }, column.note].compactMap { $0 }
    if !words.isEmpty {
      members.append(.init("description", .text(words.joined(separator: "；"))))
    }
    if isKey { members.append(.init("constraints", ["required": true, "unique": true])) }
    members.append(.init("x-disclosure", .text(column.disclosure.rawValue)))
    return .object(members)
  }

  private static func type(_ kind: DataColumn.Kind) -> String {
    switch kind {
    case .text: "string"
    case .integer: "integer"
    case .decimal: "number"
    case .day: "date"
    case .boolean: "boolean"
    }
  }
}
