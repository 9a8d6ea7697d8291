package pikett.bot.inbound;

/// What became of reading a body.
sealed interface BodyRead {
    /// It is there.
    record Whole(Body body) implements BodyRead {}

    /// It is longer than its route takes.
    record TooLong(int atMost) implements BodyRead {}

    /// It comes so slowly that waiting for it helps only those who want to hold us up.
    record TooSlow() implements BodyRead {}

    /// Other bodies take all the room there is.
    record NoRoom() implements BodyRead {}

    /// The sender went away, or what it sent is no HTTP.
    record BrokenOff() implements BodyRead {}
}
