import Records

/// The stories and templates one application is composed from.
///
/// The first applications play every case of every kind once, one case each, in the city and in
/// force where the case leaves that open; the others are drawn at random.
struct Cast: Sendable {
  var standing = StandingStory.granted
  var ownership = OwnershipStory.unchanged
  var delivery = DeliveryStory.once
  var pledge = PledgeStory.none
  var family = FamilyStory.searchedNone
  var award = AwardStory.none
  var industry = Industry.ordinary[0]
  var address = AddressForm.plainHome[0]
  var right = Right.invention

  /// One cast for every case, in a fixed order.
  static let directed: [Cast] = {
    var casts: [Cast] = []
    func add(_ change: (inout Cast) -> Void) {
      var cast = Cast()
      cast.industry = Industry.ordinary[casts.count % 10]
      cast.address = AddressForm.plainHome[casts.count % AddressForm.plainHome.count]
      change(&cast)
      casts.append(cast)
    }
    for story in StandingStory.allCases { add { $0.standing = story } }
    for story in OwnershipStory.allCases { add { $0.ownership = story } }
    for story in DeliveryStory.allCases { add { $0.delivery = story } }
    for story in PledgeStory.allCases { add { $0.pledge = story } }
    // A contract of several patents needs a second one.
    add { $0.pledge = .severalPatents }
    for story in FamilyStory.allCases { add { $0.family = story } }
    for story in AwardStory.allCases { add { $0.award = story } }
    for industry in Industry.all { add { $0.industry = industry } }
    for form in AddressForm.unusualHome { add { $0.address = form } }
    for form in AddressForm.elsewhere { add { $0.address = form } }
    for form in AddressForm.abroad { add { $0.address = form } }
    for form in AddressForm.unresolved { add { $0.address = form } }
    add { $0.right = .utilityModel }
    add { $0.right = .design }
    // Neither an award nor a pledge makes another right count.
    add {
      $0.right = .utilityModel
      $0.pledge = .above
      $0.award = .gold
    }
    return casts
  }()

  static func draw(_ index: Int, _ generator: inout SplitMix64) -> Cast {
    if index < directed.count { return directed[index] }
    var cast = Cast()
    let right = generator.below(100)
    cast.right = right < 72 ? .invention : right < 92 ? .utilityModel : .design
    let place = generator.below(100)
    if place < 52 {
      cast.address = generator.pick(AddressForm.plainHome)
    } else if place < 66 {
      cast.address = generator.pick(AddressForm.unusualHome)
    } else if place < 92 {
      cast.address = generator.pick(AddressForm.elsewhere)
    } else if place < 98 {
      cast.address = generator.pick(AddressForm.abroad)
    } else {
      cast.address = generator.pick(AddressForm.unresolved)
    }
    cast.industry =
      generator.chance(55)
      ? generator.pick(Industry.strategic)
      : generator.chance(92) ? generator.pick(Industry.ordinary) : generator.pick(Industry.decided)
    if generator.chance(1) { cast.industry = Industry.withoutAbstract[0] }
    if generator.chance(45) { cast.standing = generator.pick(StandingStory.allCases) }
    if generator.chance(15) { cast.ownership = generator.pick(OwnershipStory.allCases) }
    if generator.chance(10) { cast.delivery = generator.pick(DeliveryStory.allCases) }
    if cast.delivery == .large, !generator.chance(2) { cast.delivery = .once }
    if generator.chance(10) { cast.pledge = generator.pick(PledgeStory.allCases) }
    cast.family = generator.chance(8) ? generator.pick(FamilyStory.allCases) : .searchedNone
    if generator.chance(3) { cast.award = generator.pick(AwardStory.allCases) }
    return cast
  }
}
