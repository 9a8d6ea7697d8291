package pikett.bot.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import pikett.config.Severity;
import pikett.playground.telegram.NothingSeenException;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;

/// An alert of another system: once its sender was told 200, the chat shows it.
final class AlertErrand implements Errand {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(60);

    private final Town town;
    private final HttpClient client;
    private final int number;
    private final Severity severity;
    private boolean accepted;

    /// @param severity what is critical is said at once, anything else a moment after its sender was
    ///     answered
    AlertErrand(Town town, HttpClient client, int number, Severity severity) {
        this.severity = severity;
        this.town = town;
        this.client = client;
        this.number = number;
    }

    private String name() {
        return "Chaos%05dx".formatted(number);
    }

    @Override
    public void begin() {
        try {
            accepted =
                    client.send(request(), HttpResponse.BodyHandlers.discarding()).statusCode()
                            == 200;
        } catch (IOException killed) {
            accepted = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request() {
        String labels =
                "{\"alertname\":\"%s\",\"severity\":\"%s\",\"lane\":\"%d\"}"
                        .formatted(
                                name(),
                                severity.name().toLowerCase(Locale.ROOT),
                                number % Town.LANES);
        String body =
                """
                {"version":"4","groupKey":"{}","status":"firing","receiver":"chaos",
                 "groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"",
                 "alerts":[{"status":"firing","labels":%s,"annotations":{},
                            "startsAt":"%s","endsAt":"0001-01-01T00:00:00Z","fingerprint":""}]}
                """
                        .formatted(labels, Instant.now());
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/hooks/chaos".formatted(town.port)))
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer " + Town.BEARER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void judge(Toll toll) {
        if (!accepted) {
            return;
        }
        toll.accepted++;
        try {
            town.playground.cloud().awaitMessage(this::shows, SHOWN_WITHIN);
        } catch (NothingSeenException e) {
            toll.lost++;
            toll.broke(name() + " was accepted and never shown");
            return;
        }
        ChatId lane = town.lane(number).id();
        long times = town.playground.cloud().messages(lane).stream().filter(this::shows).count();
        toll.repeated += (int) times - 1;
        if (times > 2) {
            toll.broke("%s was killed once and shown %d times".formatted(name(), times));
        }
    }

    private boolean shows(Message message) {
        return message.text().contains(name());
    }
}
