package pikett.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pikett.adapters.host.Command;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellContract;

class LocalShellTest extends ShellContract {
    @Override
    protected Shell shell() {
        return new LocalShell();
    }

    @Test
    void extraFoldersComeFirstAndTheEnvironmentIsAddedTo() throws IOException {
        Path tool = Files.writeString(work.resolve("date"), "#!/bin/sh\necho \"mine $FLAVOUR\"\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Shell shell = new LocalShell(List.of(work), Map.of("FLAVOUR", "mild"));
        assertThat(outputOf(shell.run(Command.of(ENOUGH, "date"))).standard())
                .isEqualTo("mine mild\n");
        assertThat(outputOf(shell.run(Command.of(ENOUGH, "printf", "x"))).standard())
                .isEqualTo("x");
    }
}
