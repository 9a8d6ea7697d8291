package pikett.bot.inbound.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import pikett.alerts.inbound.PostedSilence;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.mute.Silence;
import pikett.alerts.mute.SilenceId;
import pikett.alerts.pipeline.SilenceRequest;
import pikett.alerts.pipeline.Silences;
import pikett.bot.audit.AuditedActs;
import pikett.bot.audit.Intent;
import pikett.bot.inbound.Body;
import pikett.bot.inbound.Head;
import pikett.bot.inbound.Page;
import pikett.bot.inbound.Source;

/// Silences, the same as in the chat, under the same numbers.
///
/// @param ids correlate what is audited with the log
record SilencePages(
        Silences silences,
        AuditedActs audit,
        Supplier<String> ids,
        ApiJson json,
        InstantSource clock) {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /// As long, what is over is still listed, as with Alertmanager.
    private static final Duration LISTED = Duration.ofDays(5);

    private static final Page UNKNOWN = ApiPage.wrong(404, "silence not found");

    Page list(Head head) {
        return switch (Asked.of(head.parameters())) {
            case Asked.Wrong wrong -> ApiPage.wrong(400, wrong.why());
            case Asked.Filter filter -> {
                Instant now = clock.instant();
                ArrayNode nodes = ApiJson.list();
                silences.since(now.minus(LISTED)).stream()
                        .filter(silence -> filter.matchers().match(named(silence)))
                        .forEach(silence -> nodes.add(json.silence(silence, now)));
                yield ApiPage.of(nodes);
            }
        };
    }

    /// What a silence hides, as labels: a filter is held against them.
    private static Labels named(Silence silence) {
        Map<String, String> labels = new TreeMap<>();
        for (Matcher matcher : silence.matchers().all()) {
            labels.put(matcher.name(), matcher.value());
        }
        return Labels.of(labels);
    }

    Page show(String id) {
        return id(id).flatMap(silences::find)
                .map(silence -> ApiPage.of(json.silence(silence, clock.instant())))
                .orElse(UNKNOWN);
    }

    Page post(Source source, Body body) {
        return switch (PostedSilence.read(
                body.bytes(), clock.instant(), CLOCKS_DIFFER, json.redaction())) {
            case PostedSilence.Read.Refused refused -> ApiPage.wrong(400, refused.why());
            case PostedSilence.Read.Understood(PostedSilence posted) ->
                    made(source, posted)
                            .map(silence ->
                                    ApiPage.of(
                                            ApiJson.object()
                                                    .put(
                                                            "silenceID",
                                                            Long.toString(silence.id().value()))))
                            .orElse(UNKNOWN);
        };
    }

    private Optional<Silence> made(Source source, PostedSilence posted) {
        Optional<SilenceId> former = posted.id().flatMap(SilencePages::id);
        if (posted.id().isPresent() && former.flatMap(silences::find).isEmpty()) {
            return Optional.empty();
        }
        SilenceRequest wish =
                new SilenceRequest(
                        posted.matchers(),
                        posted.from(),
                        posted.until(),
                        author(source, posted.author()),
                        posted.comment(),
                        Optional.empty());
        Map<String, String> detail =
                Map.of(
                        "matchers", wish.matchers().toString(),
                        "from", wish.from().map(Instant::toString).orElse("now"),
                        "until", wish.until().toString(),
                        "by", wish.by(),
                        "reason", wish.reason());
        return audit.around(
                new Intent(
                        actor(source),
                        "silence",
                        former.map(id -> "silence " + id.value()).orElse("labels"),
                        AuditedActs.json(detail),
                        ids.get()),
                () ->
                        former.map(id -> silences.replace(id, wish))
                                .orElseGet(() -> Optional.of(silences.silence(wish))),
                silence ->
                        silence.map(each -> "silence " + each.id().value())
                                .orElse("no such silence"));
    }

    /// Whoever has the secret of the source can write any name: so the source stands beside it.
    private static String author(Source source, String author) {
        String mark = " (%s)".formatted(source.name());
        return author.endsWith(mark) ? author : (author + mark).strip();
    }

    Page end(Source source, String id) {
        Optional<SilenceId> known = id(id).filter(each -> silences.find(each).isPresent());
        if (known.isEmpty()) {
            return UNKNOWN;
        }
        Silences.Ending ending =
                audit.around(
                        new Intent(
                                actor(source),
                                "unsilence",
                                "silence " + known.get().value(),
                                AuditedActs.json(Map.of()),
                                ids.get()),
                        () -> silences.end(known.get(), actor(source)),
                        SilencePages::word);
        return switch (ending) {
            case ENDED, NEVER_BEGAN, WAS_OVER -> ApiPage.done();
            case UNKNOWN -> UNKNOWN;
        };
    }

    private static String word(Silences.Ending ending) {
        return switch (ending) {
            case ENDED -> "ended";
            case NEVER_BEGAN -> "taken back before it began";
            case WAS_OVER -> "was over";
            case UNKNOWN -> "no such silence";
        };
    }

    private static String actor(Source source) {
        return "source " + source.name();
    }

    private static Optional<SilenceId> id(String text) {
        return text.matches("[0-9]{1,12}")
                ? Optional.of(new SilenceId(Long.parseLong(text)))
                : Optional.empty();
    }
}
