package pikett.bot.access;

/// What somebody wants, read from a message or from a button.
public sealed interface Order {
    /// A command.
    ///
    /// @param command the word behind the slash, as it is registered
    /// @param arguments the text behind it, as typed
    record Run(String command, String arguments) implements Order {}

    /// Something that was offered once, by a button. The gate lets it pass for a listed person; who
    /// offered it decides whether it was offered to this person.
    record Redeem(String nonce) implements Order {}
}
