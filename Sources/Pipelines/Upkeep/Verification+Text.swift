import Records

extension Verification {
  package func lines() -> [String] {
    var lines = differences.map {
      "\($0.subject.rawValue) \($0.name): \($0.kind): \($0.detail)"
    }
    lines += remarks.map { "note: \($0)" }
    lines.append(
      isSame
        ? "run \(run) as of \(asOf) is what it was: \(outputs.counted("output")), \(inputs.counted("input"))"
        : "run \(run) as of \(asOf): \(differences.count.counted("difference")) in \(outputs.counted("output")), "
          + "\(inputs.counted("input")) and the links")
    return lines
  }

  package func json() -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      json.member("run", run)
      json.member("as_of", asOf)
      json.member("same", isSame)
      json.member("outputs", outputs)
      json.member("inputs", inputs)
      json.key("differences")
      json.array { json in
        for item in differences {
          json.object { json in
            json.member("subject", item.subject.rawValue)
            json.member("name", item.name)
            json.member("kind", item.kind)
            json.member("detail", item.detail)
          }
        }
      }
      json.strings("remarks", remarks, evenIfEmpty: true)
    }
    return json
  }
}
