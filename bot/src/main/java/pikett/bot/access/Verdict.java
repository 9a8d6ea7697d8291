package pikett.bot.access;

import pikett.bot.telegram.Incoming;
import pikett.config.Role;

/// What the gate decided about something that arrived.
public sealed interface Verdict {
    /// A listed person asks for something that this person may use.
    record Allowed(Person person, Order order) implements Verdict {}

    /// A listed person wrote words and no command, in the private chat: help is due.
    record Chatter(Person person) implements Verdict {}

    /// A listed person asks for a command that does not exist, in the private chat or by a button.
    record UnknownCommand(Person person, String command) implements Verdict {}

    /// A listed person pressed a button that we do not understand, such as one of another version.
    record UnknownButton(Person person) implements Verdict {}

    /// It waited too long to be run now.
    record Expired(Person person) implements Verdict {}

    /// It was begun before Pikett ended, and what it caused is unknown: it is never begun again.
    record Interrupted(Person person) implements Verdict {}

    /// A listed person lacks the role.
    record NotPermitted(Person person, String command, Role needed) implements Verdict {}

    /// A listed person has the role and may not act on this service.
    record NotYourService(Person person, String service) implements Verdict {}

    /// Somebody who is not listed tried to use the bot: no answer, and one note for the admins.
    record Stranger(Incoming.Sender sender, Incoming.Place place) implements Verdict {}

    /// The bot is in a group that it was not given.
    record ForeignChat(long chat) implements Verdict {}

    /// A group of the configuration has another id from now on, by Telegram's own word.
    record GroupMoved(long from, long to) implements Verdict {}

    /// Nothing is done and nobody hears of it.
    record Silent(Reason reason) implements Verdict {}

    /// Why something is met with silence.
    enum Reason {
        /// It was sent by a bot, ours included.
        BOT,
        /// It was sent by an account of Telegram's own, which stands for nobody.
        SERVICE_ACCOUNT,
        /// It was not somebody's own, fresh words: forwarded, sent as a chat, made by another bot.
        NOT_OWN_WORDS,
        /// The private chat is not that of the sender.
        ANOTHERS_CHAT,
        /// Words among people, or a command for another bot.
        NOT_FOR_US,
        /// An edit, a channel post, a change of membership: nothing that asks for an answer.
        NO_REQUEST
    }
}
