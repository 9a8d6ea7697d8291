package pikett.alerts.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import pikett.alerts.label.AlertName;
import pikett.alerts.label.Labels;
import pikett.config.Conditions;
import pikett.config.condition.Condition;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

/// Makes rules of conditions: those that are about the same thing are one alert of two severities.
///
/// What a condition is about is said by the value that it asks for first.
public final class Rules {
    private Rules() {}

    /// @param labels what all alerts of the check share
    public static List<Rule> of(ProbeKind kind, Conditions when, Labels labels) {
        Map<Labels, List<Condition>> critical = new LinkedHashMap<>();
        Map<Labels, List<Condition>> warning = new LinkedHashMap<>();
        BiConsumer<Map<Labels, List<Condition>>, Condition> put =
                (severity, condition) ->
                        severity.computeIfAbsent(
                                        identity(kind, condition, labels), _ -> new ArrayList<>())
                                .add(condition);
        when.critical().forEach(condition -> put.accept(critical, condition));
        when.warning().forEach(condition -> put.accept(warning, condition));
        Map<Labels, List<Condition>> all = new LinkedHashMap<>(critical);
        warning.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .map(identity ->
                        new Rule(
                                identity,
                                new Conditions(
                                        critical.getOrDefault(identity, List.of()),
                                        warning.getOrDefault(identity, List.of()))))
                .toList();
    }

    private static Labels identity(ProbeKind kind, Condition condition, Labels labels) {
        Name first = condition.names().getFirst();
        Labels named = labels.with(Labels.ALERT_NAME, name(kind, first.base()).text());
        return mount(first).map(mount -> named.with(Labels.MOUNT, mount)).orElse(named);
    }

    private static AlertName name(ProbeKind kind, String value) {
        return switch (kind) {
            case PROCESS ->
                    value.equals("looping") || value.equals("restarts")
                            ? AlertName.RESTART_LOOP
                            : AlertName.SERVICE_DOWN;
            case HEALTH -> AlertName.HEALTH_FAILING;
            case HOST -> ofHost(value);
            case QUEUE -> ofQueue(value);
            case HTTP, TCP, COMMAND, LOGS, PROMETHEUS, METRICS -> AlertName.CHECK_FAILING;
        };
    }

    private static AlertName ofHost(String value) {
        return switch (value) {
            case "unreachable" -> AlertName.HOST_UNREACHABLE;
            case "disk" -> AlertName.DISK_FULL;
            case "memory" -> AlertName.MEMORY_HIGH;
            case "load" -> AlertName.LOAD_HIGH;
            default -> AlertName.HOST_CHECK;
        };
    }

    private static AlertName ofQueue(String value) {
        return switch (value) {
            case "waiting" -> AlertName.QUEUE_DEEP;
            case "oldest" -> AlertName.QUEUE_OLD;
            case "failed" -> AlertName.QUEUE_FAILING;
            case "workers" -> AlertName.QUEUE_WITHOUT_WORKERS;
            case "paused" -> AlertName.QUEUE_PAUSED;
            default -> AlertName.QUEUE_CHECK;
        };
    }

    private static Optional<String> mount(Name name) {
        return name.base().equals("disk")
                ? name.argument()
                        .flatMap(argument ->
                                argument instanceof Name.Argument.Quoted(String mount)
                                        ? Optional.of(mount)
                                        : Optional.empty())
                : Optional.empty();
    }
}
