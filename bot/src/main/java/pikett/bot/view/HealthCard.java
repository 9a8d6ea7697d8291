package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.adapters.http.HttpResult;
import pikett.adapters.reason.Reason;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.evidence.HealthBody;
import pikett.bot.evidence.HealthPart;
import pikett.bot.evidence.HealthPart.State;
import pikett.bot.language.Phrases;

/// What a service's health endpoint says, part by part. What it does not know is shown as unknown, never
/// as down.
public final class HealthCard {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 300;

    /// How proxies name what they could not reach.
    private static final Pattern DIALED =
            Pattern.compile(
                    "dial tcp ([0-9A-Za-z.:\\[\\]-]{3,80}): (?:connect: )?connection refused");

    private HealthCard() {}

    /// The card.
    public static Card of(Viewer viewer, String service, HttpResult result) {
        Phrases phrases = viewer.phrases();
        RichTextBuilder text = new RichTextBuilder();
        switch (result) {
            case HttpResult.Answered answered -> answered(text, phrases, service, answered);
            case HttpResult.Failed(var _, Reason reason, Duration took) -> {
                title(text, phrases, "🔴", service, HealthPhrase.NO_ANSWER, took);
                text.value(CardLimits.cut(viewer.say(reason), LONGEST_REASON)).line();
            }
        }
        text.line().say(phrases, HealthPhrase.AS_OF, arg("time", viewer.clock()));
        return new Card(text.build(), rows(viewer, service, true), Optional.empty());
    }

    /// The service has no health endpoint.
    public static Card noEndpoint(Viewer viewer, String service) {
        RichTextBuilder text =
                new RichTextBuilder()
                        .bold(CardLimits.cut(service, LONGEST_NAME))
                        .line()
                        .say(viewer.phrases(), HealthPhrase.NO_ENDPOINT);
        return new Card(text.build(), rows(viewer, service, false), Optional.empty());
    }

    private static void answered(
            RichTextBuilder text, Phrases phrases, String service, HttpResult.Answered answered) {
        HealthBody body = HealthBody.read(answered.body());
        boolean good = answered.status() >= 200 && answered.status() < 300;
        State overall = good ? body.overall().orElse(State.WELL) : State.UNWELL;
        title(text, phrases, icon(overall), service, word(overall), answered.took());
        if (!good) {
            badStatus(text, phrases, answered);
        }
        if (answered.truncated()) {
            text.say(phrases, HealthPhrase.CUT_OFF).line();
        }
        if (!body.readable() && good) {
            text.say(phrases, HealthPhrase.NOT_READABLE).line();
        }
        body.parts().forEach(part -> part(text, phrases, part));
    }

    private static void badStatus(
            RichTextBuilder text, Phrases phrases, HttpResult.Answered answered) {
        String status = Integer.toString(answered.status());
        Matcher dialed = DIALED.matcher(answered.body());
        switch (answered.status()) {
            case 502, 503, 504 -> {
                if (dialed.find()) {
                    text.say(
                            phrases,
                            HealthPhrase.BEHIND_PROXY_AT,
                            arg("status", status),
                            arg("address", dialed.group(1)));
                } else {
                    text.say(phrases, HealthPhrase.BEHIND_PROXY, arg("status", status));
                }
            }
            default -> text.say(phrases, HealthPhrase.BAD_STATUS, arg("status", status));
        }
        text.line();
    }

    private static void part(RichTextBuilder text, Phrases phrases, HealthPart part) {
        text.plain(icon(part.state()) + " ").value(CardLimits.cut(part.name(), LONGEST_NAME));
        String detail =
                part.state() == State.UNKNOWN && part.detail().isEmpty()
                        ? phrases.text(HealthPhrase.PART_UNKNOWN)
                        : part.detail();
        if (!detail.isEmpty()) {
            text.plain(" · ").value(CardLimits.cut(detail, LONGEST_REASON));
        }
        text.line();
    }

    private static void title(
            RichTextBuilder text,
            Phrases phrases,
            String icon,
            String service,
            HealthPhrase word,
            Duration took) {
        text.plain(icon + " ")
                .bold(CardLimits.cut(service, LONGEST_NAME))
                .plain(" · ")
                .say(phrases, word)
                .line()
                .say(
                        phrases,
                        HealthPhrase.ANSWERED_IN,
                        arg("time", phrases.figures().duration(took)))
                .line()
                .line();
    }

    private static HealthPhrase word(State state) {
        return switch (state) {
            case WELL -> HealthPhrase.WELL;
            case DEGRADED -> HealthPhrase.DEGRADED;
            case UNWELL -> HealthPhrase.UNWELL;
            case UNKNOWN, VALUE -> HealthPhrase.UNKNOWN_OVERALL;
        };
    }

    private static String icon(State state) {
        return switch (state) {
            case WELL -> "🟢";
            case DEGRADED -> "🟡";
            case UNWELL -> "🔴";
            case UNKNOWN -> "❔";
            case VALUE -> "▫️";
        };
    }

    private static List<List<Button>> rows(Viewer viewer, String service, boolean hasEndpoint) {
        Phrases phrases = viewer.phrases();
        List<Button> first = new ArrayList<>();
        if (hasEndpoint) {
            first.add(Buttons.types(phrases.text(HealthPhrase.REFRESH), "health", service));
        }
        first.add(Buttons.types(phrases.text(HealthPhrase.LOGS), "logs", service));
        List<Button> second = new ArrayList<>();
        if (viewer.mayActOn(service)) {
            second.add(Buttons.types(phrases.text(HealthPhrase.RESTART), "restart", service));
        }
        second.add(Buttons.types(phrases.text(HealthPhrase.STATUS), "status", service));
        return List.of(first, second);
    }
}
