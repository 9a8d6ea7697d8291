package pikett.bot.app;

import java.time.Duration;
import java.time.InstantSource;
import pikett.adapters.host.Shell;
import pikett.adapters.local.LocalShell;
import pikett.bot.runbook.Pause;

/// What an instance of Pikett stands on.
///
/// @param local the shell of this machine
/// @param pause how waiting is done
/// @param lookEvery how often is looked at what is watched by itself
record Ground(InstantSource clock, Shell local, Pause pause, Duration lookEvery) {
    private static final Duration USUAL = Duration.ofSeconds(30);

    /// The real world.
    static Ground real() {
        return real(new LocalShell());
    }

    static Ground real(Shell local) {
        return new Ground(InstantSource.system(), local, Thread::sleep, USUAL);
    }

    /// The same ground, where is looked at another pace.
    Ground looking(Duration every) {
        return new Ground(clock, local, pause, every);
    }
}
