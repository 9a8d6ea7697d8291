package pikett.playground.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What PM2's daemon does: it owns the processes, carries out `start`, `stop` and `restart`, and
/// keeps a list of them in a file, which the `pm2` command prints without asking anyone. Thread-safe.
final class Pm2Daemon {
    /// Real PM2 prints a banner in front of its JSON when the package was updated and the daemon was
    /// not. Ours does so on one list of this many.
    private static final int BANNER_EVERY = 5;

    private static final String BANNER =
            """

            >>>> In-memory PM2 is out-of-date, do:
            >>>> $ pm2 update
            In memory PM2 version: 5.4.3
            Local PM2 version: %s

            """
                    .formatted(Pm2Json.VERSION);

    private final Path list;
    private final List<Pm2Process> processes;
    private final BooleanSupplier restartHeals;
    private int written;

    /// @param list the file that holds what `pm2 jlist` prints
    /// @param restartHeals asked at each restart: does it come back healthy?
    Pm2Daemon(Path list, List<Pm2Process> processes, BooleanSupplier restartHeals) {
        this.list = list;
        this.processes = List.copyOf(processes);
        this.restartHeals = restartHeals;
    }

    List<ServiceState> states() {
        return processes.stream().map(Pm2Process::state).toList();
    }

    /// Carries out one command and brings the list up to date before it answers.
    ///
    /// @param arguments the verb and what it is for: a name, a number, or `all`
    Pm2Answer carryOut(List<String> arguments) {
        if (arguments.size() != 2) {
            return Pm2Answer.failed("one process name, id or all is needed");
        }
        Pm2Answer answer =
                switch (arguments.getFirst()) {
                    case "restart" ->
                            each(
                                    arguments,
                                    "restartProcessId",
                                    process -> process.restart(restartHeals.getAsBoolean()));
                    case "start" -> each(arguments, "startProcessId", Pm2Process::start);
                    case "stop" -> each(arguments, "stopProcessId", Pm2Process::stop);
                    default -> Pm2Answer.failed("Command not found: " + arguments.getFirst());
                };
        write();
        return answer;
    }

    private Pm2Answer each(List<String> arguments, String action, Consumer<Pm2Process> act) {
        String wanted = arguments.get(1);
        List<Pm2Process> found = processes.stream().filter(one -> matches(one, wanted)).toList();
        if (found.isEmpty()) {
            return Pm2Answer.failed("Process or Namespace " + wanted + " not found");
        }
        StringBuilder said = new StringBuilder();
        said.append("[PM2] Applying action %s on app [%s]\n".formatted(action, wanted));
        for (Pm2Process process : found) {
            act.accept(process);
            said.append("[PM2] [%s](%d) ✓\n".formatted(process.app().name(), process.app().id()));
        }
        return Pm2Answer.done(said.toString());
    }

    private static boolean matches(Pm2Process process, String wanted) {
        return wanted.equals("all")
                || wanted.equals(process.app().name())
                || wanted.equals(Integer.toString(process.app().id()));
    }

    /// Reads what each child uses, and writes the list.
    void refresh() {
        processes.forEach(Pm2Process::measure);
        write();
    }

    /// Writes the list in one move, so that a reader sees the old one or the new one.
    synchronized void write() {
        boolean banner = written++ % BANNER_EVERY == BANNER_EVERY - 1;
        String text = (banner ? BANNER : "") + Pm2Json.list(states()) + "\n";
        Path fresh = list.resolveSibling(list.getFileName() + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, list, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException lost) {
            throw new UncheckedIOException("the world's folder cannot be written: " + list, lost);
        }
    }
}
