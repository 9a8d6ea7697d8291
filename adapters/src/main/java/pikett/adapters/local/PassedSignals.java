package pikett.adapters.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pikett.adapters.host.Launcher;

/// Passes signals that ask this process to end on to a child: it decides what becomes of both. From then
/// on they do not end this process any more.
final class PassedSignals {
    private static final List<String> SIGNALS = List.of("TERM", "INT", "HUP");

    /// In `/proc/self/stat`, counted from behind the name.
    private static final int GROUP = 2;

    private static final int TERMINAL = 4;
    private static final int FOREGROUND = 5;

    private final List<String> early = new ArrayList<>();
    private @Nullable Process child;

    /// Catches them from now on. What comes before the child is there is kept for it.
    static PassedSignals caught() {
        PassedSignals signals = new PassedSignals();
        SIGNALS.forEach(signals::handle);
        return signals;
    }

    /// The child is there.
    synchronized void to(Process process) {
        child = process;
        early.forEach(name -> send(process, name));
        early.clear();
    }

    private void handle(String name) {
        CaughtSignal.on(name, () -> came(name));
    }

    synchronized void came(String name) {
        if (name.equals("INT") && fromTerminal()) {
            // A terminal tells everybody in the foreground: the child has it already, and two of
            // them mean
            // something else to many programs.
            return;
        }
        if (child == null) {
            early.add(name);
        } else {
            send(child, name);
        }
    }

    private static boolean fromTerminal() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return !fields[TERMINAL].equals("0") && fields[FOREGROUND].equals(fields[GROUP]);
        } catch (IOException _) {
            return false;
        }
    }

    /// Java itself can only send TERM and KILL.
    private static void send(Process process, String name) {
        if (name.equals("TERM")) {
            // By its handle: the process itself would close its output as well.
            process.toHandle().destroy();
            return;
        }
        try {
            Process kill =
                    new ProcessBuilder(
                                    "/bin/sh",
                                    "-c",
                                    "kill -s \"$1\" \"$2\"",
                                    Launcher.NAME,
                                    name,
                                    Long.toString(process.pid()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            kill.onExit().join();
        } catch (IOException _) {
            // Without a shell it is at least asked to end.
            process.toHandle().destroy();
        }
    }
}
