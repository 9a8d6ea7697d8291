package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// F18: whatever Telegram brings, it is understood or put aside. What is not somebody's own words is never
/// taken for them, and a command is one only where it begins the text.
final class UpdateFuzzTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final BotIdentity ME = new BotIdentity(999, "pikett_bot");
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final List<String> NOT_OWN_WORDS =
            List.of(
                    "sender_chat",
                    "forward_origin",
                    "forward_date",
                    "is_automatic_forward",
                    "via_bot",
                    "caption",
                    "edit_date");

    @FuzzTest
    void update(byte[] answer) {
        JsonNode result;
        try {
            result = JSON.readTree(new String(answer, StandardCharsets.UTF_8));
        } catch (JsonProcessingException _) {
            return;
        }
        UpdateBatch batch = UpdateBatch.of(result);
        assertThat(batch.updates().size() + batch.unreadable().size()).isEqualTo(result.size());
        for (JsonNode update : result) {
            switch (UpdateDecoder.decode(update, ME, NOW)) {
                case Decoded.Understood(Incoming incoming) -> believed(update, incoming);
                case Decoded.NotUnderstood(String reason) -> assertThat(reason).isNotBlank();
            }
        }
    }

    private static void believed(JsonNode update, Incoming incoming) {
        switch (incoming) {
            case Incoming.Typed typed -> typed(update.path("message"), typed);
            case Incoming.Pressed pressed -> named(pressed.sender());
            case Incoming.Membership membership -> named(membership.sender());
            case Incoming.Migrated _, Incoming.Ignored _ -> {}
        }
    }

    private static void typed(JsonNode message, Incoming.Typed typed) {
        named(typed.sender());
        if (NOT_OWN_WORDS.stream().anyMatch(message::hasNonNull)) {
            assertThat(typed.suspicion()).isPresent();
        }
        typed.command()
                .ifPresent(command -> {
                    assertThat(command).matches("[a-z0-9_]{1,32}");
                    assertThat(typed.text().toLowerCase(Locale.ROOT)).startsWith("/" + command);
                });
        if (typed.command().isEmpty()) {
            assertThat(typed.arguments()).isEmpty();
        }
    }

    private static void named(Incoming.Sender sender) {
        String name = sender.displayName();
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(64);
        assertThat(name.codePoints()).noneMatch(Character::isISOControl);
    }
}
