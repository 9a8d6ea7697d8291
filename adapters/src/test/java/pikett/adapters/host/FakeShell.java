package pikett.adapters.host;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A host that answers from a script: each command by the answers written for its first words, one after
/// the other, the last one for ever.
///
/// Safe for use by many threads. A command that the script does not know fails the test.
public final class FakeShell implements Shell {
    private final Map<String, Deque<ShellResult>> script = new ConcurrentHashMap<>();
    private final List<List<String>> ran = new CopyOnWriteArrayList<>();

    /// Answers commands whose first words are these; replaces what was written for them before.
    public FakeShell on(String firstWords, ShellResult... answers) {
        script.put(firstWords, new ArrayDeque<>(List.of(answers)));
        return this;
    }

    /// What was run so far.
    public List<List<String>> ran() {
        return List.copyOf(ran);
    }

    @Override
    public ShellResult run(Command command) {
        ran.add(command.arguments());
        String line = String.join(" ", command.arguments());
        Deque<ShellResult> answers =
                script.entrySet().stream()
                        .filter(entry -> (line + " ").startsWith(entry.getKey() + " "))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("not in the script: " + line));
        synchronized (answers) {
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }
    }

    /// A program that printed this and succeeded.
    public static ShellResult.Done printed(String standard) {
        return ended(0, standard, "");
    }

    /// A program that ended with the code.
    public static ShellResult.Done ended(int exitCode, String standard, String error) {
        return new ShellResult.Done(
                exitCode, new Output(standard, error, 0), Duration.ofMillis(40));
    }
}
