package pikett.alerts.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pikett.adapters.host.Command;
import pikett.adapters.host.Output;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;

/// A host that answers command lines from a script; one that is not in it fails the test.
///
/// Used by one thread.
final class ScriptedShell implements Shell {
    private final Map<String, ShellResult> script = new LinkedHashMap<>();
    private final List<Command> ran = new ArrayList<>();

    /// Answers every command line that begins so.
    ScriptedShell on(String beginning, ShellResult answer) {
        script.put(beginning, answer);
        return this;
    }

    List<Command> ran() {
        return List.copyOf(ran);
    }

    @Override
    public ShellResult run(Command command) {
        ran.add(command);
        String line = String.join(" ", command.arguments());
        return script.entrySet().stream()
                .filter(entry -> line.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the script: " + line));
    }

    static ShellResult printed(String standard) {
        return ended(0, standard);
    }

    static ShellResult ended(int exitCode, String standard) {
        return new ShellResult.Done(exitCode, new Output(standard, "", 0), Duration.ofMillis(1500));
    }
}
