package pikett.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessGroupTest {
    /// As on a system without `setsid`.
    @Test
    void childrenEndAlsoWithoutAGroupOfTheirOwn() throws Exception {
        Process process = new ProcessBuilder("/bin/sh", "-c", "sleep 65 & sleep 66").start();
        await().until(() -> process.descendants().count() == 2);
        List<ProcessHandle> all = process.descendants().toList();
        new ProcessGroup(process, false).end();
        assertThat(process.isAlive()).isFalse();
        assertThat(all).noneMatch(ProcessHandle::isAlive);
    }
}
