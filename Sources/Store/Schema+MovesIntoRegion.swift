extension Schema {
  /// Which events name the region as a new address. It is set where the plan keeps stubs of other
  /// places' records alone: these events say of which applications the texts are wanted after all.
  static let movesIntoRegion = """
    ALTER TABLE event ADD COLUMN moves_in INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX event_moving_in ON event(application) WHERE moves_in = 1;
    """
}
