package pikett.playground.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.CallbackAnswer;
import pikett.playground.telegram.Draft;
import pikett.playground.telegram.Press;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.MessageKey;
import pikett.playground.telegram.message.Person;
import pikett.playground.world.Mode;
import pikett.playground.world.World;

/// What can be done on the page, each from a JSON object. Impossible deeds fail with
/// [IllegalArgumentException] or [IllegalStateException], whose message is for the person.
final class Deeds {
    /// As long as a phone shows that a press waits for the bot.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int LONGEST = 4_096;

    private final Stage stage;

    Deeds(Stage stage) {
        this.stage = stage;
    }

    /// A message: `as`, `chat`, `text`, and `replyTo` if it answers one.
    ObjectNode say(JsonNode deed) {
        String text = deed.path("text").asText();
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a message has 1 to 4096 characters");
        }
        Message said = seat(deed).say(Draft.of(text).replyingTo(deed.path("replyTo").asInt(0)));
        return Json.object().put("id", said.id());
    }

    /// A tap on a button: `as`, `chat`, `message`, `data`. Waits for what the bot answers.
    ObjectNode press(JsonNode deed) {
        ChatId chat = chat(deed);
        MessageKey key = new MessageKey(chat, deed.path("message").asInt());
        String data = deed.path("data").asText();
        Message message =
                stage.cloud()
                        .message(key)
                        .orElseThrow(() -> new IllegalArgumentException("this message is gone"));
        // Screens lag behind: a button that was there a moment ago can still be pressed.
        Press press = seat(deed).pressData(message.key(), data);
        Optional<CallbackAnswer> answer = press.answer(PATIENCE);
        ObjectNode node = Json.object().put("answered", answer.isPresent());
        answer.ifPresent(a -> node.put("text", a.text()).put("alert", a.alert()));
        return node;
    }

    /// A lever of the world: `lever`, and `service`, `mode` or `on` where it needs one.
    ObjectNode pull(JsonNode deed) {
        World world =
                stage.world()
                        .orElseThrow(() -> new IllegalStateException("there is no world here"));
        String service = deed.path("service").asText();
        boolean on = deed.path("on").asBoolean();
        switch (deed.path("lever").asText()) {
            case "crash" -> world.crash(service);
            case "mode" -> world.become(service, mode(deed));
            case "stop" -> world.stop(service);
            case "start" -> world.start(service);
            case "flood" -> world.flood(on);
            case "restart-heals" -> world.restartHeals(on);
            case "heal" -> world.heal();
            default ->
                    throw new IllegalArgumentException(
                            "no such lever; there are crash, mode, stop, start, flood,"
                                    + " restart-heals and heal");
        }
        return WorldJson.of(world.state());
    }

    private static Mode mode(JsonNode deed) {
        return Mode.named(deed.path("mode").asText())
                .orElseThrow(() -> new IllegalArgumentException("no such mode"));
    }

    private Seat seat(JsonNode deed) {
        return stage.cloud().seat(person(stage, deed.path("as").asText()).id(), chat(deed));
    }

    private ChatId chat(JsonNode deed) {
        String wanted = deed.path("chat").asText();
        return stage.cloud().rooms().chats().stream()
                .filter(chat -> chat.id().toString().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no chat " + wanted))
                .id();
    }

    /// The one of that number.
    static Person person(Stage stage, String id) {
        return stage.cast().people().stream()
                .filter(person -> person.id().toString().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no person " + id + " here"));
    }
}
