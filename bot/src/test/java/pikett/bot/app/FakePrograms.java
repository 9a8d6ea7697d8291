package pikett.bot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A `pm2` with two processes and some other programs, as shell scripts that write down each call.
final class FakePrograms {
    private final Path bin;

    FakePrograms(Path bin) throws IOException {
        this.bin = Files.createDirectories(bin);
        processes("online", 0, "online", 0);
        script(
                "pm2",
                """
                case "$1" in
                jlist) cat "$0.list" ;;
                restart) echo "$*" >> "$0.calls"; echo ok ;;
                *) echo 7.0.4 ;;
                esac
                """);
        write(
                "api.log",
                """
                2026-11-21T01:02:03: TypeError: token=hunter2hunter2 is not a constructor
                2026-11-21T01:02:04: TypeError: token=hunter2hunter2 is not a constructor
                """);
        script("recovery", "echo \"$*\" >> \"$0.calls\"; echo done\n");
        script("slow-program", "echo started >> \"$0.calls\"; sleep 50\n");
    }

    /// What `pm2 jlist` says from now on.
    void processes(String api, int apiRestarts, String worker, int workerRestarts) {
        processes(System.currentTimeMillis() - 600_000, api, apiRestarts, worker, workerRestarts);
    }

    /// The first one was started so often by now, last for as short a time as it can be told from one that is
    /// only young.
    void loops(int apiRestarts) {
        processes(System.currentTimeMillis() - 20_000, "online", apiRestarts, "online", 0);
    }

    private void processes(
            long upSince, String api, int apiRestarts, String worker, int workerRestarts) {
        write(
                "pm2.list",
                "["
                        + process(0, "api", api, apiRestarts, upSince)
                        + ","
                        + process(1, "worker", worker, workerRestarts, upSince)
                        + "]");
    }

    private String process(int id, String name, String status, int restarts, long upSince) {
        return """
        {"pid":4711,"name":"%s","pm_id":%d,"monit":{"memory":52428800,"cpu":1},
         "pm2_env":{"status":"%s","restart_time":%d,"unstable_restarts":0,"pm_uptime":%d,
         "pm_out_log_path":"%s","pm_err_log_path":"%s","exit_code":1,"env":{"SECRET":"canary-in-the-environment"}}}
        """
                .formatted(name, id, status, restarts, upSince, log(), log());
    }

    private Path log() {
        return bin.resolve("api.log");
    }

    /// How a program was called, one line a call.
    List<String> calls(String program) {
        Path file = bin.resolve(program + ".calls");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A program of this name.
    void script(String name, String body) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void write(String name, String content) {
        try {
            Path fresh = Files.writeString(bin.resolve(name + ".new"), content);
            Files.move(fresh, bin.resolve(name), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
