package pikett.adapters.ssh;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellContract;

/// The contract over a server that needs nothing installed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedSshShellTest extends ShellContract {
    private EmbeddedSshd sshd;
    private Reaching pikett;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        sshd = new EmbeddedSshd(folder);
        pikett = new Reaching(folder, Map.of("prod-1", sshd.config()), ShortLimits.LIMITS);
    }

    @AfterAll
    void stop() throws Exception {
        pikett.close();
        sshd.close();
    }

    @Override
    protected Shell shell() {
        return pikett.host("prod-1").shell();
    }
}
