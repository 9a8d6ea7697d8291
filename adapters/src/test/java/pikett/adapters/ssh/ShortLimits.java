package pikett.adapters.ssh;

import java.time.Duration;

/// The usual limits, shorter where a test waits for them.
final class ShortLimits {
    static final SshLimits LIMITS =
            new SshLimits(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofMinutes(10),
                    8);

    private ShortLimits() {}
}
