import Records

/// A member of a simple family while its fields are read: one application and its publications.
struct FamilyMemberDraft {
  var applications: [NumberDraft] = []
  var publications: [NumberDraft] = []

  /// Adds the publications in the wanted form, each with the application. An application's number
  /// that is none its office writes stands among what was not read.
  func add(to publication: inout PatentPublication, form: FieldText?) {
    var application: FiledNumber?
    if let applied = applications.preferred(form: form) {
      do throws(ApplicationNumberFault) {
        application = try FiledNumber(draft: applied)
      } catch {
        if let number = applied.number?.string {
          publication.unread.append(
            UnreadValue(
              field: "family_members.application_no",
              text: (applied.country?.string ?? "") + number))
        }
      }
    }
    for draft in publications.inForm(of: form.map { [$0] } ?? []) {
      guard let document = draft.publishedDocument else { continue }
      publication.familyMembers.append(FamilyMember(document: document, application: application))
    }
  }
}
