import Records

/// A member of a simple family while its fields are read: one application and its publications.
struct FamilyMemberDraft {
  var applications: [NumberDraft] = []
  var publications: [NumberDraft] = []

  /// The application's number where it is none that its office writes.
  func unread(form: String?) -> [UnreadValue] {
    guard let applied = applications.preferred(form: form), let text = applied.number,
      (try? FiledNumber(draft: applied)) == nil
    else { return [] }
    return [
      UnreadValue(field: "family_members.application_no", text: (applied.country ?? "") + text)
    ]
  }

  /// The publications in the wanted form, each with the application.
  func members(form: FieldText?) -> [FamilyMember] {
    let applied = applications.preferred(form: form)
    let application = applied.flatMap { try? FiledNumber(draft: $0) }
    return publications.inForm(of: [form].compactMap { $0 }).compactMap { draft in
      draft.publishedDocument.map { FamilyMember(document: $0, application: application) }
    }
  }
}
