package pikett.playground.telegram.message;

/// Something that happened to a chat and is written into it.
public sealed interface ServiceEvent {
    /// Somebody came, or was brought.
    record Joined(Person person) implements ServiceEvent {}

    /// Somebody left, or was removed.
    record Left(Person person) implements ServiceEvent {}

    /// In the old group: it lives on as the supergroup of that id.
    record MigratedTo(ChatId chat) implements ServiceEvent {}

    /// In the new supergroup: it was the group of that id.
    record MigratedFrom(ChatId chat) implements ServiceEvent {}

    /// A topic was opened; the id of this message is the topic's id.
    record TopicCreated(String name) implements ServiceEvent {}

    /// A message was pinned.
    record Pinned(Message message) implements ServiceEvent {}
}
