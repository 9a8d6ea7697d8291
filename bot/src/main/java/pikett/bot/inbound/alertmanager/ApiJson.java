package pikett.bot.inbound.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pikett.alerts.alert.Alert;
import pikett.alerts.inbound.Account;
import pikett.alerts.inbound.PostedAlerts;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.mute.Silence;
import pikett.alerts.pipeline.AlertBoard.Standing;
import pikett.config.match.Comparison;

/// Alerts and silences as Alertmanager writes them.
///
/// @param redaction takes secrets out of a text
record ApiJson(UnaryOperator<String> redaction) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    static String time(Instant at) {
        return TIME.format(at);
    }

    static ArrayNode list() {
        return JSON.arrayNode();
    }

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static ObjectNode named(String name) {
        return object().put("name", name);
    }

    ObjectNode alert(Standing standing, Instant now) {
        Alert alert = standing.alert();
        Account account = Account.of(alert.latest().facts());
        ObjectNode node = object();
        node.set("annotations", annotations(account));
        node.put("endsAt", time(account.until().orElse(now.plus(PostedAlerts.HOLDS))))
                .put("fingerprint", alert.fingerprint().value());
        ArrayNode receivers = node.putArray("receivers");
        standing.chats().forEach(chat -> receivers.add(named(chat)));
        node.put("startsAt", time(alert.startsAt()));
        node.set("status", status(standing));
        node.put("updatedAt", time(alert.latest().at()));
        account.link().map(redaction).ifPresent(link -> node.put("generatorURL", link));
        node.set("labels", labels(alert.matchable()));
        return node;
    }

    private ObjectNode annotations(Account account) {
        ObjectNode node = object();
        Map<String, Optional<String>> said =
                Map.of(
                        "summary", account.summary().or(account::title),
                        "description", account.description(),
                        "runbook_url", account.runbook());
        said.forEach(
                (name, text) -> text.map(redaction).ifPresent(written -> node.put(name, written)));
        return node;
    }

    private static ObjectNode status(Standing standing) {
        boolean hidden = !standing.silences().isEmpty() || !standing.causes().isEmpty();
        ObjectNode node = object();
        ArrayNode inhibitedBy = node.putArray("inhibitedBy");
        standing.causes().forEach(cause -> inhibitedBy.add(cause.value()));
        ArrayNode silencedBy = node.putArray("silencedBy");
        standing.silences().forEach(silence -> silencedBy.add(Long.toString(silence.value())));
        return node.put("state", hidden ? "suppressed" : "active");
    }

    ObjectNode labels(Labels labels) {
        ObjectNode node = object();
        labels.asMap().forEach((name, value) -> node.put(name, redaction.apply(value)));
        return node;
    }

    ObjectNode silence(Silence silence, Instant now) {
        Optional<Instant> ended = silence.end().map(Silence.End::at);
        // Of one that never began both times are those of its end.
        Instant from = ended.filter(silence.from()::isAfter).orElse(silence.from());
        ObjectNode node = object().put("id", Long.toString(silence.id().value()));
        node.putObject("status").put("state", state(silence, now));
        node.put("updatedAt", time(ended.orElse(from.isBefore(now) ? from : now)))
                .put("comment", redaction.apply(silence.reason()))
                .put("createdBy", redaction.apply(silence.by()))
                .put("endsAt", time(ended.orElse(silence.until())));
        node.set("matchers", matchers(silence.matchers().all()));
        return node.put("startsAt", time(from));
    }

    private static String state(Silence silence, Instant now) {
        if (silence.over(now)) {
            return "expired";
        }
        return silence.begun() ? "active" : "pending";
    }

    private ArrayNode matchers(List<Matcher> all) {
        ArrayNode nodes = list();
        for (Matcher matcher : all) {
            Comparison comparison = matcher.comparison();
            nodes.addObject()
                    .put(
                            "isEqual",
                            comparison == Comparison.EQUALS || comparison == Comparison.MATCHES)
                    .put(
                            "isRegex",
                            comparison == Comparison.MATCHES
                                    || comparison == Comparison.MATCHES_NOT)
                    .put("name", matcher.name())
                    .put("value", redaction.apply(matcher.value()));
        }
        return nodes;
    }
}
