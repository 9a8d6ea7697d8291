package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.playground.telegram.FloodRules;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Person;

/// How much a bot may send, by the cloud's clock.
final class FloodTest {
    private final Desk desk = new Desk();

    @BeforeEach
    void limit() {
        desk.cloud.useFloodRules(FloodRules.TELEGRAM);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void send(Chat chat, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            desk.say(chat, "message " + i).result();
        }
    }

    private void sendSlowly(Chat chat, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            desk.say(chat, "message " + i).result();
            desk.clock.forward(Duration.ofSeconds(1));
        }
    }

    private static int retryAfter(Desk.Reply reply) {
        assertThat(reply.status()).isEqualTo(429);
        int seconds = reply.body().path("parameters").path("retry_after").asInt();
        assertThat(reply.description()).isEqualTo("Too Many Requests: retry after " + seconds);
        assertThat(reply.raw().headers().firstValue("Retry-After"))
                .contains(Integer.toString(seconds));
        return seconds;
    }

    @Test
    void intoOneChatAShortBurstPassesAndThenOneASecond() throws Exception {
        send(desk.home, 3);
        assertThat(retryAfter(desk.say(desk.home, "too soon"))).isEqualTo(1);
        desk.clock.forward(Duration.ofSeconds(1));
        send(desk.home, 1);
        assertThat(retryAfter(desk.say(desk.home, "too soon"))).isEqualTo(1);
        desk.clock.forward(Duration.ofSeconds(30));
        send(desk.home, 3);
    }

    @Test
    void whatIsRefusedIsNotSeenAndNotCounted() throws Exception {
        send(desk.home, 3);
        for (int i = 0; i < 5; i++) {
            retryAfter(desk.say(desk.home, "too soon"));
        }
        assertThat(desk.cloud.messages(desk.home.id())).hasSize(3);
        desk.clock.forward(Duration.ofSeconds(1));
        send(desk.home, 1);
    }

    @Test
    void oneChatThatIsFullDoesNotHinderAnother() throws Exception {
        send(desk.home, 3);
        retryAfter(desk.say(desk.home, "too soon"));
        send(desk.ops, 3);
    }

    @Test
    void aGroupTakes20MessagesAndEditsAMinute() throws Exception {
        int id = desk.say(desk.ops, "card").messageId();
        desk.clock.forward(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            desk.call(
                            "editMessageText",
                            Desk.to(desk.ops).put("message_id", id).put("text", "card " + i))
                    .result();
            desk.clock.forward(Duration.ofSeconds(1));
        }
        sendSlowly(desk.ops, 9);
        assertThat(retryAfter(desk.say(desk.ops, "one too many"))).isEqualTo(40);
        Desk.Reply edit =
                desk.call(
                        "editMessageText",
                        Desk.to(desk.ops).put("message_id", id).put("text", "x"));
        assertThat(retryAfter(edit)).isEqualTo(40);
        desk.clock.forward(Duration.ofSeconds(40));
        send(desk.ops, 1);
    }

    @Test
    void aPrivateChatHasNoLimitByTheMinute() throws Exception {
        sendSlowly(desk.home, 40);
    }

    @Test
    void overAllChats30ASecondPass() throws Exception {
        for (int i = 0; i < 30; i++) {
            Person person = desk.cloud.rooms().addPerson("Person " + i);
            send(desk.cloud.rooms().openPrivate(person), 1);
        }
        assertThat(retryAfter(desk.say(desk.home, "one too many"))).isEqualTo(1);
        desk.clock.forward(Duration.ofSeconds(1));
        send(desk.home, 1);
    }

    @Test
    void theRulesCanBeTightenedAndSwitchedOff() throws Exception {
        desk.cloud.useFloodRules(new FloodRules(1, Duration.ofSeconds(90), 1, 1));
        send(desk.home, 1);
        assertThat(retryAfter(desk.say(desk.home, "x"))).isEqualTo(90);
        desk.cloud.useFloodRules(FloodRules.OFF);
        send(desk.ops, 50);
    }
}
