package pikett.bot.app;

import java.time.InstantSource;
import pikett.adapters.host.Shell;
import pikett.adapters.local.LocalShell;
import pikett.bot.runbook.Pause;

/// What an instance of Pikett stands on.
///
/// @param local the shell of this machine
/// @param pause how waiting is done
record Ground(InstantSource clock, Shell local, Pause pause) {
    /// The real world.
    static Ground real() {
        return real(new LocalShell());
    }

    static Ground real(Shell local) {
        return new Ground(InstantSource.system(), local, Thread::sleep);
    }
}
