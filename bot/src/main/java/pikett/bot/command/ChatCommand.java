package pikett.bot.command;

import java.util.Optional;
import pikett.bot.language.Phrase;
import pikett.config.Role;

/// What a person may type, or press.
///
/// Safe for use by many threads; each call has a virtual thread of its own.
public interface ChatCommand {
    /// The word behind the slash.
    String name();

    /// The least role that may use it; the gate has already checked it.
    Role leastRole();

    /// What it does, for the help and the command menu; empty for what nobody needs to be told of.
    Optional<Phrase> summary();

    /// Answers the request. An exception is logged and answered as an inner error by the caller.
    void answer(Request request, Answer answer);
}
