package pikett.playground.telegram;

import java.time.Instant;
import java.util.List;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Person;

/// A person changed their emoji under a message.
public record ReactionChange(
        Chat chat, int messageId, Person by, List<String> before, List<String> after, Instant at) {}
