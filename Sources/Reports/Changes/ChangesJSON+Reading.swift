import Analyses
import Foundation
import Records

extension ChangesJSON {
  /// Reads a published `changes.json`; nil for what is none.
  package static func difference(_ bytes: Data) -> RunDifference? {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (try? decoder.decode(Document.self, from: bytes))?.difference
  }

  private struct Document: Decodable {
    struct Run: Decodable {
      var run: String
      var asOf: String

      var value: RunDifference.Run? { CalendarDay(asOf).map { .init(id: run, asOf: $0) } }
    }

    struct Rule: Decodable {
      var kind: String
      var name: String
      var before: String?
      var after: String?
    }

    struct Share: Decodable {
      var cause: String
      var count: Int
      var knownLate: Int

      var value: FigureChange.Share? {
        ChangeCause(rawValue: cause).map { .init(cause: $0, count: count, knownLate: knownLate) }
      }
    }

    struct Figure: Decodable {
      var figure: String
      var name: String
      var before: Int
      var entries: [Share]
      var exits: [Share]
      var after: Int

      var value: FigureChange? {
        ChangeFigure(id: figure).map {
          FigureChange(
            figure: $0, name: name, before: before, entries: entries.compactMap { $0.value },
            exits: exits.compactMap { $0.value }, after: after)
        }
      }
    }

    struct Fact: Decodable {
      var rule: String
      var table: String?
      var file: String?
      var member: String?
      var record: String?
      var field: String?
      var value: String?
    }

    struct Change: Decodable {
      var figure: String
      var change: String
      var cause: String
      var day: String?
      var knownLate: Bool?
      var detail: String?
      var fact: Fact?

      var value: PatentChange? {
        guard let figure = ChangeFigure(id: figure),
          let direction = PatentChange.Direction(rawValue: change),
          let cause = ChangeCause(rawValue: cause)
        else { return nil }
        return PatentChange(
          figure: figure, direction: direction,
          reason: ChangeReason(
            cause, day: day.flatMap { CalendarDay($0) }, isKnownLate: knownLate ?? false,
            fact: fact.map {
              ChangeFact(
                rule: $0.rule, table: $0.table, file: $0.file, member: $0.member,
                record: $0.record, field: $0.field, value: $0.value)
            }, detail: detail))
      }
    }

    struct Patent: Decodable {
      var applicationNo: String
      var publicationNo: String?
      var title: String?
      var changes: [Change]
    }

    var region: String
    var run: String
    var asOf: String
    var previous: Run?
    var notCompared: String?
    var rules: [Rule]
    var figures: [Figure]
    var patents: [Patent]

    var difference: RunDifference? {
      guard let region = RegionCode(region), let day = CalendarDay(asOf) else { return nil }
      return RunDifference(
        region: region, run: .init(id: run, asOf: day), previous: previous?.value,
        notCompared: notCompared,
        rules: rules.compactMap { rule in
          RuleChange.Kind(rawValue: rule.kind).map {
            RuleChange($0, rule.name, before: rule.before, after: rule.after)
          }
        }, figures: figures.compactMap { $0.value },
        patents: patents.map { patent in
          ChangedPatent(
            applicationNumber: patent.applicationNo, publicationNumber: patent.publicationNo,
            title: patent.title, changes: patent.changes.compactMap { $0.value })
        })
    }
  }
}
