package pikett.bot.telegram;

import java.util.Optional;

/// A file to be sent as a reply to a message.
///
/// @param name what people see and save
/// @param caption plain text, cut to 1024 units; may be empty
public record OutgoingFile(
        long chat,
        Optional<Integer> topic,
        int replyTo,
        String name,
        String content,
        String caption) {}
