package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The same question asked with OpenSSH's own client: as many `ssh` processes as there are hosts, all at
/// once, as a shell script would start them.
///
/// Closing ends the shared connections.
final class SshFleet implements AutoCloseable {
    /// What /status asks a host for its own part.
    private static final String QUESTION =
            "cat /proc/uptime /proc/loadavg /proc/meminfo /sys/devices/system/cpu/online";

    private final SshFarm farm;
    private final Path failures;

    SshFleet(SshFarm farm) throws IOException {
        this.farm = farm;
        this.failures = farm.folder.resolve("ssh-failures");
        run(farm.addresses, "-M -N -f -o ControlPersist=600 " + shared(), "");
    }

    /// What a run took.
    ///
    /// @param wall until the slowest of them had ended
    /// @param cpu of the `ssh` processes and the shell that starts them
    record Took(Duration wall, Duration cpu) {}

    /// Each over a connection of its own.
    Took separate() throws IOException {
        return run(farm.addresses, "-o ControlPath=none", QUESTION);
    }

    /// Each over the connection that its host has already.
    Took overShared() throws IOException {
        return run(farm.addresses, shared(), QUESTION);
    }

    /// One alone, over the connection that its host has already.
    Took aloneOverShared() throws IOException {
        return run(farm.addresses.subList(0, 1), shared(), QUESTION);
    }

    @Override
    public void close() throws IOException {
        run(farm.addresses, "-O exit " + shared(), "");
    }

    private String shared() {
        return "-o 'ControlPath=" + farm.folder.resolve("m-%h") + "'";
    }

    private Took run(List<String> addresses, String options, String question) throws IOException {
        String lines =
                addresses.stream()
                        .map(address ->
                                "{ %s %s %s %s >/dev/null 2>&1 || echo %s >>'%s'; } &"
                                        .formatted(
                                                client(), options, address, question, address,
                                                failures))
                        .collect(Collectors.joining("\n", "", "\nwait\n"));
        Path script = Files.writeString(farm.folder.resolve("ask.sh"), lines);
        long self = ProcessHandle.current().pid();
        Duration before = CpuTime.ofEndedChildren(self);
        long start = System.nanoTime();
        new ProcessBuilder("/bin/sh", script.toString()).inheritIO().start().onExit().join();
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        if (Files.exists(failures)) {
            throw new IllegalStateException("ssh failed on " + Files.readAllLines(failures));
        }
        return new Took(wall, CpuTime.ofEndedChildren(self).minus(before));
    }

    private String client() {
        return "ssh -n -F none -l '%s' -p %d -i '%s' -o IdentitiesOnly=yes -o BatchMode=yes -o 'UserKnownHostsFile=%s'"
                .formatted(
                        System.getProperty("user.name"),
                        farm.port,
                        farm.folder.resolve("client_key"),
                        farm.folder.resolve("known_hosts"));
    }
}
