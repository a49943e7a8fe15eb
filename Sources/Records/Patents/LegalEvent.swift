/// One legal event (法律状态) of an application or a patent, as one delivery gives it.
///
/// CNIPA's events name the application; events of other offices may name the published document only.
package struct LegalEvent: Hashable, Sendable {
  package var format: String
  package var source: Source
  package var digest: ContentDigest?
  /// WIPO ST.3 code of the office whose right the event concerns.
  package var country: String
  package var application: FiledNumber?
  /// The document the event is recorded against, where the delivery names one.
  package var publication: PublishedDocument?
  /// The record's own number in its delivery (`PRSID`), where given.
  package var identifier: String?
  /// The office's code, `CF01`; nil where only a name is given.
  package var code: String?
  /// The event's Chinese name, `未缴年费专利权终止`.
  package var name: String?
  package var publishedOn: CalendarDay?
  /// The day the event takes effect, as its text gives it, else the day of publication.
  package var effectiveOn: CalendarDay?
  /// The day the delivery was produced (`givenTime`).
  package var producedOn: CalendarDay?
  /// `标签:值` pairs in their order; a label may repeat (several 变更事项 in one event).
  package var details: [Detail]
  /// The class the table of legal events gives; nil before that table is asked or if it has none.
  package var eventClass: LegalEventClass?

  /// One pair of an event's content: `终止日期` and `20200803`.
  package struct Detail: Hashable, Sendable {
    package var label: String
    package var value: String

    package init(label: String, value: String) {
      self.label = label
      self.value = value
    }
  }

  /// An event of a Chinese application.
  package init(format: String, source: Source, applicationNumber: ApplicationNumber) {
    self.init(
      format: format, source: source, country: "CN", application: .chinese(applicationNumber),
      publication: nil)
  }

  /// An event of any office's right; an application or a publication must be named.
  package init(
    format: String, source: Source, country: String, application: FiledNumber?,
    publication: PublishedDocument?
  ) {
    self.format = format
    self.source = source
    self.country = country
    self.application = application
    self.publication = publication
    details = []
  }

  /// The number of a Chinese application, nil for any other.
  package var applicationNumber: ApplicationNumber? { application?.chinese }

  /// The first value with the given label.
  package func value(_ label: String) -> String? {
    details.first { $0.label == label }?.value
  }

  /// The labels under which an event's text gives the day it takes effect, in order of preference.
  package static let effectiveDayLabels = [
    "终止日期", "登记生效日", "无效宣告决定日", "放弃生效日", "变更日", "解除日",
  ]

  /// The effective day of the event by its own text, else its day of publication.
  ///
  /// The restoration of a right (RR01) always takes effect on its publication.
  package var effectiveDayByText: CalendarDay? {
    if code == "RR01" { return publishedOn }
    for label in LegalEvent.effectiveDayLabels {
      if let value = value(label), let day = CalendarDay(value) { return day }
    }
    return publishedOn
  }
}
