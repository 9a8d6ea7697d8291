package pikett.config;

import java.time.Duration;
import java.util.List;

/// Who is told when Telegram does not take something critical (`notify.fallback`).
///
/// @param after how long Telegram may take
/// @param to names of channels
public record FallbackConfig(Duration after, List<String> to) {
    public FallbackConfig {
        to = List.copyOf(to);
    }
}
