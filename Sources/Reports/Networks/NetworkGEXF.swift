import Analyses

/// The network of joint owners as GEXF 1.3, for Gephi and its like. Deterministic.
///
/// Source: gexf.net, schema 1.3.
package enum NetworkGEXF {
  /// - Parameter pairs: the table of ``Analyses/CoApplicants`` of one industry.
  package static func bytes(_ pairs: DataTable, title: String) -> [UInt8] {
    var owners: [Int: (name: String, kind: String)] = [:]
    for row in pairs.rows.indices {
      for side in ["a", "b"] {
        if let owner = pairs[row, "owner_\(side)"].integer {
          owners[owner] = (
            pairs[row, "owner_\(side)_name"].text ?? "", pairs[row, "owner_\(side)_kind"].text ?? ""
          )
        }
      }
    }
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
      <meta><creator>ipatlas</creator><description>\(escaped(title))</description></meta>
      <graph defaultedgetype="undirected" mode="static">
      <attributes class="node"><attribute id="0" title="权利人类型" type="string"/></attributes>
      <nodes>

      """
    for (owner, item) in owners.sorted(by: { $0.key < $1.key }) {
      let kind = ChartWords.ownerKinds[item.kind] ?? item.kind
      text += """
        <node id="\(owner)" label="\(escaped(item.name))"><attvalues>\
        <attvalue for="0" value="\(escaped(kind))"/></attvalues></node>

        """
    }
    text += "</nodes>\n<edges>\n"
    for row in pairs.rows.indices {
      text += """
        <edge id="\(row)" source="\(pairs[row, "owner_a"].integer ?? 0)" \
        target="\(pairs[row, "owner_b"].integer ?? 0)" weight="\(pairs[row, "patents"].integer ?? 0)"/>

        """
    }
    return Array((text + "</edges>\n</graph>\n</gexf>\n").utf8)
  }

  /// Marks as entities; control characters, which XML forbids, as U+FFFD.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default:
        let isForbidden =
          scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        result.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }
}
