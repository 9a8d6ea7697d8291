package pikett.alerts.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pikett.alerts.alert.Status;
import pikett.alerts.label.AlertName;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// A group of alerts as Alertmanager's webhook sends it, version 4, and Grafana's after it. For one
/// payload.
final class GroupPayload {
    private static final int LONGEST_SUMMARY = 500;
    private static final int OURS = 3;
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final String source;
    private final Instant now;
    private final UnaryOperator<String> redaction;
    private final Severities severities = new Severities();

    GroupPayload(String source, Instant now, UnaryOperator<String> redaction) {
        this.source = source;
        this.now = now;
        this.redaction = redaction;
    }

    Decoded decode(JsonNode root) {
        JsonNode alerts = root.path("alerts");
        if (!alerts.isArray()) {
            throw new RefusedException(
                    "/alerts must be a list, here it is %s.".formatted(JsonTree.kind(alerts)));
        }
        List<Statement> statements = new ArrayList<>();
        for (int index = 0; index < alerts.size(); index++) {
            statements.add(statement(alerts.path(index), "/alerts/" + index));
        }
        statements.add(unlisted(root, statements));
        return new Decoded.Understood(statements, severities.strange());
    }

    private Statement statement(JsonNode alert, String at) {
        if (!alert.isObject()) {
            throw new RefusedException(
                    "%s must be an object, here it is %s.".formatted(at, JsonTree.kind(alert)));
        }
        Map<String, String> labels = texts(alert.path("labels"), at + "/labels");
        if (labels.isEmpty()) {
            throw new RefusedException(
                    "%s/labels is empty: an alert is known by its labels.".formatted(at));
        }
        Optional<Instant> began = Times.began(text(alert, at, "startsAt"), at + "/startsAt", now);
        Status status = status(alert, at);
        Instant ended = Times.ended(text(alert, at, "endsAt"), at + "/endsAt", began, now);
        return new Statement(
                source,
                LabelLimits.of(labels, at + "/labels"),
                status,
                severities.of(Optional.ofNullable(labels.get(Labels.SEVERITY))),
                began,
                status == Status.RESOLVED ? ended : now,
                account(alert, at));
    }

    private static Status status(JsonNode alert, String at) {
        return switch (text(alert, at, "status").orElse("")) {
            case "firing" -> Status.FIRING;
            case "resolved" -> Status.RESOLVED;
            default ->
                    throw new RefusedException(
                            "%s/status must be firing or resolved.".formatted(at));
        };
    }

    private Account account(JsonNode alert, String at) {
        Map<String, String> said = texts(alert.path("annotations"), at + "/annotations");
        said.replaceAll((_, text) -> redaction.apply(text));
        Optional<String> link =
                Stream.of("panelURL", "dashboardURL", "generatorURL")
                        .flatMap(name -> text(alert, at, name).stream())
                        .findFirst()
                        .map(redaction);
        return new Account(
                Optional.empty(),
                Optional.ofNullable(said.get("summary")).map(text -> Cut.to(text, LONGEST_SUMMARY)),
                Stream.of("description", "message")
                        .flatMap(name -> Optional.ofNullable(said.get(name)).stream())
                        .findFirst()
                        .map(text -> Cut.to(text, LONGEST_DESCRIPTION)),
                Optional.ofNullable(said.get("runbook_url")),
                link,
                0,
                Optional.empty());
    }

    /// What the sender left out is an alert of its own, which ends when the sender lists everything.
    private Statement unlisted(JsonNode root, List<Statement> listed) {
        long howMany = count(root.path("truncatedAlerts"));
        Map<String, String> labels = texts(root.path("groupLabels"), "/groupLabels");
        // Ours beside them would make too many of as many as are allowed; the group stays known by
        // its key.
        labels.keySet().stream().skip(LabelLimits.MOST - OURS).toList().forEach(labels::remove);
        labels.put(Labels.ALERT_NAME, AlertName.ALERTS_NOT_LISTED.text());
        labels.put("source", source);
        labels.put("group", group(root));
        return new Statement(
                source,
                LabelLimits.of(labels, "/groupLabels"),
                howMany > 0 ? Status.FIRING : Status.RESOLVED,
                worst(listed),
                Optional.empty(),
                now,
                Account.ofUnlisted(howMany));
    }

    private static long count(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw new RefusedException("/truncatedAlerts must be a whole number from 0 on.");
        }
        return node.longValue();
    }

    /// Those that are not listed may be as bad as those that are.
    private static Severity worst(List<Statement> listed) {
        return listed.stream()
                .filter(statement -> statement.status() == Status.FIRING)
                .map(Statement::severity)
                .max(Comparator.naturalOrder())
                .filter(severity -> severity.compareTo(Severity.WARNING) > 0)
                .orElse(Severity.WARNING);
    }

    private static String group(JsonNode root) {
        String key = JsonTree.text(root.path("groupKey"), "/groupKey").orElse("");
        return Fingerprint.of("group", Labels.of(Map.of("key", key))).value().substring(0, 8);
    }

    private static Optional<String> text(JsonNode alert, String at, String name) {
        return JsonTree.text(alert.path(name), at + "/" + name);
    }

    private static Map<String, String> texts(JsonNode node, String at) {
        Map<String, String> texts = new TreeMap<>();
        if (node.isMissingNode() || node.isNull()) {
            return texts;
        }
        if (!node.isObject()) {
            throw new RefusedException(
                    "%s must be an object, here it is %s.".formatted(at, JsonTree.kind(node)));
        }
        node.properties()
                .forEach(entry ->
                        JsonTree.text(entry.getValue(), at + "/" + Cut.to(entry.getKey(), 60))
                                .ifPresent(text -> texts.put(entry.getKey(), text)));
        return texts;
    }
}
