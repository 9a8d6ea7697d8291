package pikett.bot.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import pikett.adapters.http.Http;
import pikett.adapters.http.HttpCall;
import pikett.adapters.http.HttpResult;
import pikett.adapters.http.HttpResult.Phase;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.SendOutcome;
import pikett.bot.channel.ToldState.Status;
import pikett.bot.language.Phrases;
import pikett.config.ChannelConfig;
import pikett.config.Severity;

/// Posts to an address. A repeat has the same `Idempotency-Key`.
public final class WebhookCarrier implements Carrier {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
    private static final int ANSWER = 4096;

    private final Http http;
    private final Function<Destination, Phrases> phrases;

    /// @param phrases in which is said at a destination what is not in the notice
    public WebhookCarrier(Http http, Function<Destination, Phrases> phrases) {
        this.http = http;
        this.phrases = phrases;
    }

    @Override
    public Outcome carry(ChannelConfig channel, Delivery delivery, Notice notice) {
        if (!(channel instanceof ChannelConfig.Webhook hook)) {
            throw new IllegalArgumentException("not a channel of webhooks");
        }
        HttpCall call =
                HttpCall.get(URI.create(hook.url().reveal()), WITHIN)
                        .connectingWithin(CONNECT)
                        .keeping(ANSWER)
                        .header("Idempotency-Key", key(delivery));
        if (hook.bearer().isPresent()) {
            call = call.header("Authorization", "Bearer " + hook.bearer().get().reveal());
        }
        return outcome(http.send(posting(call, hook.form(), delivery, notice)));
    }

    private static String key(Delivery delivery) {
        return "pikett-%d-%d".formatted(delivery.id().value(), delivery.createdAt().toEpochMilli());
    }

    private HttpCall posting(
            HttpCall call, ChannelConfig.Form form, Delivery delivery, Notice notice) {
        return switch (form) {
            case ChannelConfig.Form.Json(var template) ->
                    call.posting(
                            "application/json",
                            template.map(written -> NoticeJson.filled(written, notice))
                                    .orElseGet(() ->
                                            NoticeJson.whole(notice, key(delivery), delivery)));
            case ChannelConfig.Form.Slack() ->
                    call.posting(
                            "application/json",
                            NoticeJson.slack(
                                    repeatMark(delivery)
                                            + notice.headline()
                                            + "\n"
                                            + notice.text()));
            case ChannelConfig.Form.Ntfy() -> ntfy(call, delivery, notice);
        };
    }

    private HttpCall ntfy(HttpCall call, Delivery delivery, Notice notice) {
        HttpCall told =
                call.header("Title", header(notice.headline()))
                        .header("Priority", Integer.toString(priority(delivery, notice)))
                        .header("Tags", tag(notice))
                        .posting("text/plain; charset=utf-8", repeatMark(delivery) + notice.text());
        return notice.about()
                .flatMap(Notice.About::link)
                .map(link -> told.header("Click", link))
                .orElse(told);
    }

    private String repeatMark(Delivery delivery) {
        return delivery.maybeRepeat()
                ? phrases.apply(delivery.to()).text(ChannelPhrase.REPEATED) + "\n"
                : "";
    }

    /// A header takes one line of ASCII; ntfy reads the encoding of mail there (RFC 2047).
    static String header(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0080-\\u009f]+", " ").strip();
        if (line.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return line;
        }
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    private static int priority(Delivery delivery, Notice notice) {
        if (delivery.silent() || notice.state().status() != Status.FIRING) {
            return delivery.silent() ? 2 : 3;
        }
        return switch (notice.state().severity()) {
            case CRITICAL -> 5;
            case WARNING -> 4;
            case INFO -> 3;
        };
    }

    private static String tag(Notice notice) {
        return switch (notice.state().status()) {
            case FIRING ->
                    notice.state().severity() == Severity.CRITICAL ? "rotating_light" : "warning";
            case TAKEN -> "raised_hand";
            case RESOLVED -> "white_check_mark";
            case NOTICE -> "information_source";
        };
    }

    private static Outcome outcome(HttpResult result) {
        return switch (result) {
            case HttpResult.Answered answered when answered.status() / 100 == 2 ->
                    new Outcome.Arrived();
            case HttpResult.Answered answered -> new Outcome.Not(refused(answered));
            case HttpResult.Failed failed -> new Outcome.Not(failed(failed));
        };
    }

    /// What answers 5xx says that it did not do it; a second message would do little harm.
    private static SendOutcome refused(HttpResult.Answered answered) {
        int status = answered.status();
        String reason = "it answers " + status;
        return switch (status) {
            case 429 -> new SendOutcome.Wait(retryAfter(answered), false, reason);
            case 408, 425 -> new SendOutcome.NotSent(reason);
            case 401, 403, 404, 405, 410 -> new SendOutcome.Rejected(reason, true);
            default ->
                    status >= 500
                            ? new SendOutcome.NotSent(reason)
                            : new SendOutcome.Rejected(reason, status < 400);
        };
    }

    private static Duration retryAfter(HttpResult.Answered answered) {
        return answered.headers().getOrDefault("retry-after", List.of()).stream()
                .filter(value -> value.matches("[0-9]{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .findFirst()
                .orElse(USUAL_WAIT);
    }

    private static SendOutcome failed(HttpResult.Failed failed) {
        Phase phase = failed.phase();
        String reason = failed.reason().english();
        return switch (phase) {
            case NAME, REFUSED, UNREACHED, TLS -> new SendOutcome.NotSent(reason);
            case TIMEOUT, BROKEN -> new SendOutcome.MaybeSent(reason);
        };
    }
}
