package pikett.alerts.scheduler;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// When a chore is tried again whose transaction kept nothing: after a minute, then after twice as long
/// each time, and not for ever. Safe for use by many threads.
final class Retries {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /// With these pauses, some hours.
    private static final int MOST = 10;

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    /// It failed.
    ///
    /// @return after which pause it is tried again; empty when it is not any more
    Optional<Duration> failed(String chore) {
        int times = failures.merge(chore, 1, Integer::sum);
        if (times > MOST) {
            failures.remove(chore);
            return Optional.empty();
        }
        Duration pause = FIRST.multipliedBy(1L << (times - 1));
        return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    /// It went well.
    void done(String chore) {
        failures.remove(chore);
    }
}
