package pikett.alerts.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pikett.alerts.alert.Status;
import pikett.alerts.label.AlertName;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// A group of alerts as Alertmanager's webhook sends it, version 4, and Grafana's after it. For one
/// payload.
final class GroupPayload {
    private static final int OURS = 3;

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
        AlertList listed = AlertList.read(alerts, "/alerts", this::statement);
        List<Statement> statements = new ArrayList<>(listed.statements());
        statements.add(unlisted(root, statements));
        return new Decoded.Understood(statements, listed.refused(), severities.strange());
    }

    private Statement statement(AlertNode node) {
        Optional<Instant> began = node.began(now);
        Status status = status(node);
        Instant ended = Times.ended(node.text("endsAt"), node.at() + "/endsAt", began, now);
        return new Statement(
                source,
                LabelLimits.of(node.labels(), redaction, node.at() + "/labels"),
                status,
                severities.of(node.severity()),
                began,
                status == Status.RESOLVED ? ended : now,
                node.account(redaction, "panelURL", "dashboardURL", "generatorURL"));
    }

    private static Status status(AlertNode alert) {
        return switch (alert.text("status").orElse("")) {
            case "firing" -> Status.FIRING;
            case "resolved" -> Status.RESOLVED;
            default ->
                    throw new RefusedException(
                            "%s/status must be firing or resolved.".formatted(alert.at()));
        };
    }

    /// What the sender left out is an alert of its own, which ends when the sender lists everything.
    private Statement unlisted(JsonNode root, List<Statement> listed) {
        long howMany = count(root.path("truncatedAlerts"));
        Map<String, String> labels = AlertNode.texts(root.path("groupLabels"), "/groupLabels");
        // Ours beside them would make too many of as many as are allowed; the group stays known by
        // its key.
        labels.keySet().stream().skip(LabelLimits.MOST - OURS).toList().forEach(labels::remove);
        labels.put(Labels.ALERT_NAME, AlertName.ALERTS_NOT_LISTED.text());
        labels.put("source", source);
        labels.put("group", group(root));
        return new Statement(
                source,
                LabelLimits.of(labels, redaction, "/groupLabels"),
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
}
