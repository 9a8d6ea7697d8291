package pikett.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is looked at, beside services and queues, which say themselves when they are not well.
///
/// Maps keep the order of the file.
///
/// @param written the checks that are written down, by name
/// @param usual when those look that hosts, services and queues bring by themselves
/// @param hosts when each host is not well, by its name
public record ChecksConfig(
        Map<String, CheckConfig> written, CheckTiming usual, Map<String, Conditions> hosts) {
    public ChecksConfig {
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    }
}
