package pikett.adapters.ssh;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellContract;

/// The contract over OpenSSH, which allows no terminal and no more sessions than by default.
@Tag("real")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSshShellTest extends ShellContract {
    private RealSshd sshd;
    private Reaching pikett;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        sshd = new RealSshd(folder, "PermitTTY no", "MaxSessions 10");
        pikett = Reaching.one(folder, sshd.config());
    }

    @AfterAll
    void stop() {
        pikett.close();
        sshd.close();
    }

    @Override
    protected Shell shell() {
        return pikett.host("prod-1").shell();
    }
}
