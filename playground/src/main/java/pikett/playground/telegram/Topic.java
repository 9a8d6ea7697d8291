package pikett.playground.telegram;

/// A topic of a forum.
///
/// @param id the id of the service message that opened it
public record Topic(int id, String name) {}
