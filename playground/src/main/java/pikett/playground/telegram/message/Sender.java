package pikett.playground.telegram.message;

/// In whose name a message stands.
public sealed interface Sender {
    /// A person or bot under their own name.
    record Someone(Person person) implements Sender {}

    /// A chat: an anonymous administrator if it is the group itself, a channel otherwise; in a
    /// channel, its posts.
    record AsChat(Chat chat) implements Sender {}
}
