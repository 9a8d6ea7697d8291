package pikett.bot.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the environment says of traces, in OpenTelemetry's own words.
final class OtelSettings {
    private static final String PREFIX = "OTEL_";

    /// Otherwise the library would look for collectors of what Pikett does not send by it.
    private static final Map<String, String> USUAL =
            Map.of(
                    "otel.service.name", "pikett",
                    // A collector that says "come back in a year" would be waited for, and what
                    // comes meanwhile kept.
                    "otel.java.exporter.otlp.retry.disabled", "true",
                    "otel.exporter.otlp.protocol", "http/protobuf",
                    "otel.metrics.exporter", "none",
                    "otel.logs.exporter", "none");

    private static final List<String> COLLECTORS =
            List.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

    private OtelSettings() {}

    /// Which of its variables are there; their values may be secrets.
    static SortedSet<String> names(Map<String, String> environment) {
        SortedSet<String> names = new TreeSet<>(environment.keySet());
        names.removeIf(name -> !name.startsWith(PREFIX));
        return names;
    }

    /// Empty when no collector is named.
    static Optional<Map<String, String>> of(Map<String, String> environment) {
        if (COLLECTORS.stream().allMatch(name -> environment.getOrDefault(name, "").isBlank())) {
            return Optional.empty();
        }
        Map<String, String> settings = new HashMap<>(USUAL);
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return Optional.of(settings);
    }
}
