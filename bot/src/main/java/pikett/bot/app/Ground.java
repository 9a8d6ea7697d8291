package pikett.bot.app;

import java.time.InstantSource;
import java.util.Map;
import pikett.adapters.host.Shell;
import pikett.adapters.local.LocalShell;
import pikett.bot.runbook.Pause;

/// What an instance of Pikett stands on.
///
/// @param local the shell of this machine
/// @param pause how waiting is done
/// @param environment what the process was given; only traces are set up by it
record Ground(InstantSource clock, Shell local, Pause pause, Map<String, String> environment) {
    /// The real world.
    static Ground real() {
        return real(new LocalShell());
    }

    static Ground real(Shell local) {
        return new Ground(InstantSource.system(), local, Thread::sleep, System.getenv());
    }
}
