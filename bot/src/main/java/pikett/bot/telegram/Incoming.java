package pikett.bot.telegram;

import java.time.Instant;
import java.util.Optional;

/// What arrived from Telegram, decoded and not yet believed.
public sealed interface Incoming {
    /// A message that somebody typed.
    ///
    /// @param text as typed; empty for anything that is not plain text
    /// @param command the bot command at offset 0 by Telegram's own entity, without slash, if it is
    ///     addressed to us or to nobody
    /// @param arguments the text behind the command
    /// @param suspicion why this cannot be somebody's own, fresh words
    record Typed(
            Sender sender,
            Place place,
            int messageId,
            String text,
            Optional<String> command,
            String arguments,
            Optional<Suspicion> suspicion,
            Instant sentAt)
            implements Incoming {}

    /// A button that somebody pressed.
    ///
    /// @param callbackId answers the press, within seconds
    /// @param data what the button carries
    /// @param receivedAt when it reached us; Telegram does not say when it was pressed
    record Pressed(
            Sender sender,
            Place place,
            int messageId,
            String callbackId,
            String data,
            Instant receivedAt)
            implements Incoming {}

    /// The bot was added to or removed from a chat.
    record Membership(Sender sender, Place place, boolean present) implements Incoming {}

    /// A group became a supergroup and has another id from now on.
    record Migrated(long from, long to) implements Incoming {}

    /// Something that we neither asked for nor obey: edits, channel posts, unknown kinds.
    record Ignored(String kind) implements Incoming {}

    /// Who sent it, by numeric id; the name is only for display.
    ///
    /// @param language what the person's app speaks, such as `de`
    record Sender(long id, String displayName, boolean bot, Optional<String> language) {}

    /// Where it was sent.
    ///
    /// @param topic the forum topic
    /// @param direct whether it is the person's private chat with the bot
    record Place(long chat, Optional<Integer> topic, boolean direct) {}

    /// Why a message is not taken as somebody's own, fresh words.
    enum Suspicion {
        /// Sent in the name of a chat or channel, an anonymous admin for example.
        SENT_AS_CHAT,
        /// Forwarded, automatically or by hand.
        FORWARDED,
        /// Made by an inline bot.
        VIA_BOT,
        /// A caption of a file, not a message.
        CAPTION
    }
}
