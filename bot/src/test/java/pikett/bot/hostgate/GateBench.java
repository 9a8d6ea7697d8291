package pikett.bot.hostgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import pikett.adapters.ssh.FarSide;

/// A gate, run as sshd would run it, on a host whose programs only tell what they were given.
final class GateBench {
    private final Path folder;
    private final Path script;
    private final List<String> shell;

    /// How it ended.
    record Ended(int exit, String out, String error) {
        boolean refused() {
            return exit == 126 && out.isEmpty() && error.startsWith("pikett-gate: refused:");
        }

        /// What the program was given, itself first; the line before is the mark.
        List<String> given() {
            return out.lines().skip(1).toList();
        }
    }

    GateBench(Path folder, List<String> shell, HostNeeds needs) throws IOException {
        this.folder = folder;
        this.shell = shell;
        this.script = folder.resolve("gate");
        GateScript.Frame frame = new GateScript.Frame(FarSide.head(), FarSide.endHead(), 5);
        Files.writeString(
                script, new GateScript(needs, frame, List.of("/var/log/api/out.log")).text());
        // What whoever has the key has to say beside the line. `tell` repeats it, if it hears it.
        Files.writeString(said(), "DROP TABLE companies\n");
        program("tell", "printf '%s\\n' \"${0##*/}\" \"$@\"; cat");
        program("journalctl", "printf '%s\\n' \"${0##*/}\" \"$@\"");
        program("tail", "printf '%s\\n' \"${0##*/}\" \"$@\"");
        program("company.sh", "printf '%s\\n' \"${0##*/}\" \"$@\"");
        program(
                "pm2",
                "case \"$1 $2\" in 'id api') printf '[PM2] Spawning PM2 daemon with pm2_home=7\\n[ 3,\\n  11 ]\\n' ;;"
                        + " id*) echo '[]' ;; *) printf '%s\\n' \"${0##*/}\" \"$@\" ;; esac");
        program("logger", "printf '%s\\n' \"$*\" >>\"$LOGGED\"");
    }

    private void program(String name, String body) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable " + file);
        }
    }

    /// The line that Pikett sends for these arguments.
    static String line(String... arguments) {
        return FarSide.of(List.of(arguments), 10, Duration.ofSeconds(5), new Random(1)).line();
    }

    Ended ask(String line) {
        List<String> command = new ArrayList<>(shell);
        command.add(script.toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("HOME", "/home/deploy");
        builder.environment().remove("PM2_HOME");
        builder.environment().put("LOGGED", log().toString());
        builder.environment().put("SSH_ORIGINAL_COMMAND", line);
        builder.redirectInput(said().toFile());
        Path out = folder.resolve("out");
        Path error = folder.resolve("error");
        try {
            Process process =
                    builder.redirectOutput(out.toFile()).redirectError(error.toFile()).start();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the gate does not end: " + line);
            }
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.ISO_8859_1),
                    Files.readString(error, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path said() {
        return folder.resolve("said");
    }

    /// Where refusals are logged.
    Path log() {
        return folder.resolve("logged");
    }

    /// Exists as soon as a shell has read what was sent.
    Path canary() {
        return folder.resolve("canary");
    }
}
