package pikett.alerts.pipeline;

import java.time.Duration;
import java.util.List;

/// Who is told when something critical does not arrive.
///
/// @param after how long it may take
/// @param to names of channels
public record Fallback(Duration after, List<String> to) {
    public Fallback {
        to = List.copyOf(to);
    }
}
