/// One product under the protection of a geographical indication (地理标志产品).
package struct GIProductRow: Hashable, Sendable {
  package var source: Source
  package var name: String
  /// 公告号, `2012年第45号`, as delivered.
  package var announcementNumber: String
  package var announcedOn: CalendarDay?
  package var place: String?

  package init(
    source: Source, name: String, announcementNumber: String, announcedOn: CalendarDay? = nil,
    place: String? = nil
  ) {
    self.source = source
    self.name = name
    self.announcementNumber = announcementNumber
    self.announcedOn = announcedOn
    self.place = place
  }
}
