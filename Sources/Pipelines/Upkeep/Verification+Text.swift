import Records

extension Verification {
  package func lines() -> [String] {
    var lines = differences.map {
      "\($0.subject.rawValue) \($0.name): \($0.kind): \($0.detail)"
    }
    if !requiresInputs {
      lines += absent.map { "note: input \($0.name) is no longer there" }
    }
    lines += remarks.map { "note: \($0)" }
    let day = asOf.map { " as of \($0)" } ?? ""
    let gone = absent.isEmpty ? "" : ", \(absent.count) of them no longer there"
    lines.append(
      isSame
        ? "run \(run)\(day) is what it was: \(outputs.counted("output")), "
          + "\(inputs.counted("input"))\(gone)"
        : "run \(run)\(day): \(differences.count.counted("difference")) in "
          + "\(outputs.counted("output")), \(inputs.counted("input"))\(gone) and the links")
    return lines
  }

  package func json() -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      json.member("run", run)
      if let asOf { json.member("as_of", asOf) }
      json.member("same", isSame)
      json.member("outputs", outputs)
      json.member("inputs", inputs)
      json.strings("absent_inputs", absent.map { $0.name }, evenIfEmpty: true)
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
