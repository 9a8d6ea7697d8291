package pikett.playground.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// A person pressed a button and their phone waits for an answer.
///
/// @param message the message as it is now; none if it was deleted since
/// @param data what the button carries
public record CallbackQuery(
        String id,
        Person from,
        Chat chat,
        int messageId,
        @Nullable Message message,
        String data,
        Instant at) {}
