package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.playground.botapi.json.Json;

/// What a bot may rely on, and what it must be ready for, when it polls.
final class PollingTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private JsonNode poll(ObjectNode parameters) throws Exception {
        return desk.call("getUpdates", parameters).result();
    }

    private static ObjectNode offset(int offset) {
        return Json.object().put("offset", offset);
    }

    private static List<Integer> ids(JsonNode updates) {
        return StreamSupport.stream(updates.spliterator(), false)
                .map(u -> u.path("update_id").asInt())
                .toList();
    }

    private void say(String... texts) {
        for (String text : texts) {
            desk.cloud.seat(desk.anna, desk.home).say(text);
        }
    }

    private CompletableFuture<HttpResponse<String>> waitingPoll(int offset, int seconds) {
        ObjectNode parameters = offset(offset).put("timeout", seconds);
        HttpRequest request =
                HttpRequest.newBuilder(desk.uri("getUpdates"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(parameters.toString()))
                        .build();
        return desk.http().sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void anOffsetAcknowledgesWhatLiesBeforeItAndNothingElseDoes() throws Exception {
        say("one", "two", "three");
        assertThat(ids(poll(offset(0)))).containsExactly(1000, 1001, 1002);
        assertThat(ids(poll(offset(1001)))).containsExactly(1001, 1002);
        assertThat(ids(poll(offset(0)))).containsExactly(1001, 1002);
        assertThat(desk.cloud.pendingUpdates()).isEqualTo(2);
        assertThat(ids(poll(offset(1003)))).isEmpty();
        assertThat(desk.cloud.pendingUpdates()).isZero();
    }

    @Test
    void aNegativeOffsetKeepsOnlyTheNewest() throws Exception {
        say("one", "two", "three");
        assertThat(ids(poll(offset(-1)))).containsExactly(1002);
        assertThat(ids(poll(offset(0)))).containsExactly(1002);
    }

    @Test
    void aLimitIsHeldBetween1And100() throws Exception {
        for (int i = 0; i < 101; i++) {
            say("message " + i);
        }
        assertThat(ids(poll(offset(0).put("limit", 2)))).containsExactly(1000, 1001);
        assertThat(ids(poll(offset(-1000).put("limit", 0)))).hasSize(1);
        assertThat(ids(poll(offset(1000).put("limit", 5000)))).hasSize(100);
    }

    @Test
    void aPollWaitsUntilSomethingHappens() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = waitingPoll(0, 40);
        awaitWaitingPoll(waiting);
        say("at last");
        assertThat(waiting.get(15, TimeUnit.SECONDS).body()).contains("at last");
    }

    private void awaitWaitingPoll(CompletableFuture<HttpResponse<String>> waiting) {
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(15))
                .until(() -> !waiting.isDone());
    }

    @Test
    void aPollEndsEmptyHandedWhenItsTimeIsOver() throws Exception {
        long start = System.nanoTime();
        assertThat(poll(offset(7).put("timeout", 1))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(15));
    }

    @Test
    void aYoungerPollThatWaitsThrowsTheOlderOut() throws Exception {
        CompletableFuture<HttpResponse<String>> older = waitingPoll(0, 40);
        awaitWaitingPoll(older);
        CompletableFuture<HttpResponse<String>> younger = waitingPoll(1, 40);
        HttpResponse<String> thrownOut = older.get(15, TimeUnit.SECONDS);
        assertThat(thrownOut.statusCode()).isEqualTo(409);
        assertThat(thrownOut.body())
                .contains(
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        say("for the younger");
        assertThat(younger.get(15, TimeUnit.SECONDS).body()).contains("for the younger");
    }

    @Test
    void aSecondConflictIsToldThreeSecondsLate() throws Exception {
        CompletableFuture<HttpResponse<String>> first = waitingPoll(0, 40);
        awaitWaitingPoll(first);
        CompletableFuture<HttpResponse<String>> second = waitingPoll(1, 40);
        assertThat(first.get(15, TimeUnit.SECONDS).statusCode()).isEqualTo(409);
        awaitWaitingPoll(second);
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<String>> third = waitingPoll(2, 40);
        assertThat(second.get(15, TimeUnit.SECONDS).statusCode()).isEqualTo(409);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(2500));
        assertThat(third).isNotDone();
    }

    @Test
    void aPollThatComesBackAtOnceWithItsOldOffsetGetsOneUpdate() throws Exception {
        say("one", "two");
        assertThat(poll(offset(5))).hasSize(2);
        assertThat(poll(offset(5))).hasSize(1);
    }

    @Test
    void aPollThatComesBackAtOnceToNothingWaitsThreeSeconds() throws Exception {
        assertThat(poll(offset(5))).isEmpty();
        CompletableFuture<HttpResponse<String>> hasty = waitingPoll(5, 0);
        awaitWaitingPoll(hasty);
        say("now");
        assertThat(hasty.get(15, TimeUnit.SECONDS).body()).contains("now");
    }

    @Test
    void updatesAreForgottenAfter24Hours() throws Exception {
        say("old");
        desk.clock.forward(Duration.ofHours(20));
        say("newer");
        desk.clock.forward(Duration.ofHours(4).plusSeconds(1));
        assertThat(ids(poll(offset(0)))).containsExactly(1001);
    }

    @Test
    void theKindsAskedForAreRemembered() throws Exception {
        poll(offset(0).put("allowed_updates", "[\"callback_query\"]"));
        say("not wanted");
        assertThat(poll(offset(1))).isEmpty();
        assertThat(
                        desk.call("getWebhookInfo", Json.object())
                                .result()
                                .path("allowed_updates")
                                .toString())
                .isEqualTo("[\"callback_query\"]");
        poll(offset(2).put("allowed_updates", "[\"message\",\"chat_member\"]"));
        say("wanted");
        assertThat(poll(offset(3))).hasSize(1);
    }

    @Test
    void someKindsComeOnlyWhenAskedFor() throws Exception {
        desk.cloud.rooms().promoteBot(desk.ops.id(), desk.anna);
        poll(offset(-1));
        poll(offset(desk.updates().path(0).path("update_id").asInt() + 1));
        var lena = desk.cloud.rooms().addPerson("Lena");
        desk.cloud.rooms().join(desk.ops.id(), lena);
        assertThat(desk.updates().toString())
                .contains("new_chat_members")
                .doesNotContain("\"chat_member\"");
        poll(offset(6).put("allowed_updates", "[\"chat_member\"]"));
        desk.cloud.rooms().leave(desk.ops.id(), lena);
        assertThat(desk.updates().toString())
                .contains("\"chat_member\"")
                .doesNotContain("left_chat_member");
    }

    @Test
    void afterAWeekOfSilenceIdsGoOnLowerAndAnUnknownOffsetForgetsNothing() throws Exception {
        say("before");
        assertThat(ids(poll(offset(1001)))).isEmpty();
        desk.cloud.jumpUpdateIds(17);
        say("after", "more");
        assertThat(ids(poll(offset(1002)))).containsExactly(17, 18);
        assertThat(ids(poll(offset(18)))).containsExactly(18);
    }

    @Test
    void aHandMadeUpdateComesAsItIsWhateverWasAskedFor() throws Exception {
        poll(offset(0).put("allowed_updates", "[\"callback_query\"]"));
        desk.cloud.inject("{\"something_new\":{\"x\":[1]}}");
        assertThat(poll(offset(1)).path(0).toString())
                .isEqualTo("{\"update_id\":1000,\"something_new\":{\"x\":[1]}}");
    }

    @Test
    void aWebhookAndPollingExcludeEachOther() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = waitingPoll(0, 40);
        awaitWaitingPoll(waiting);
        desk.call("setWebhook", Json.object().put("url", "https://bot.example.org/hook")).result();
        assertThat(waiting.get(15, TimeUnit.SECONDS).body())
                .contains("Conflict: terminated by setWebhook request");
        assertThat(desk.call("getWebhookInfo", Json.object()).result().path("url").asText())
                .isEqualTo("https://bot.example.org/hook");
        say("lost on a poller");
        assertThat(
                        desk.call("getWebhookInfo", Json.object())
                                .result()
                                .path("pending_update_count")
                                .asInt())
                .isEqualTo(1);
        Desk.Reply refused = desk.call("getUpdates", Json.object());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.description())
                .contains("can't use getUpdates method while webhook is active");
        desk.call("deleteWebhook", Json.object().put("drop_pending_updates", true)).result();
        assertThat(poll(offset(1))).isEmpty();
    }

    @Test
    void aWebhookMustBeHttpsWithAPlainSecret() throws Exception {
        assertThat(
                        desk.call("setWebhook", Json.object().put("url", "http://x.example"))
                                .description())
                .isEqualTo("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        assertThat(
                        desk.call(
                                        "setWebhook",
                                        Json.object()
                                                .put("url", "https://x.example")
                                                .put("secret_token", "a b"))
                                .description())
                .isEqualTo("Bad Request: secret token contains unallowed characters");
    }
}
