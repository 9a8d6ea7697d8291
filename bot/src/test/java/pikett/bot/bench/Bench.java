package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;

/// Measures /status over fifty hosts against fifty `ssh` processes, and what the bot takes to start and
/// to idle. Prints a table in Markdown.
public final class Bench {
    private static final int HOSTS = 50;
    private static final int RUNS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Path folder;
    private final SshFarm farm;
    private final Playground playground;

    private Bench(Path folder, SshFarm farm, Playground playground) {
        this.folder = folder;
        this.farm = farm;
        this.playground = playground;
    }

    /// Runs everything, in a few minutes.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("pikett-bench-");
        PlaygroundSettings settings = PlaygroundSettings.onPort(0).withoutWorld();
        try (SshFarm farm = new SshFarm(folder, HOSTS);
                Playground playground = Playground.start(settings, InstantSource.system())) {
            new Bench(folder, farm, playground).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        Path config = Files.writeString(folder.resolve("pikett.yaml"), yaml());
        Instant start = Instant.now();
        Process bot = startBot(config);
        try {
            Seat anna =
                    playground
                            .cloud()
                            .seat(
                                    playground.cast().anna().id(),
                                    ChatId.of(playground.cast().anna().id()));
            anna.say("/whoami");
            awaitAnswer(anna, message -> message.text().contains("111222333"));
            Duration firstAnswer = Duration.between(start, Instant.now());
            status(anna, bot); // opens the connections
            List<Status> statuses = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                statuses.add(status(anna, bot));
            }
            List<Ssh> separate = new ArrayList<>();
            List<Ssh> shared = new ArrayList<>();
            openMasters();
            for (int run = 0; run < RUNS; run++) {
                separate.add(ssh(false));
                shared.add(ssh(true));
            }
            closeMasters();
            Thread.sleep(IDLE);
            print(firstAnswer, statuses, separate, shared, CpuTime.residentKilobytes(bot.pid()));
        } finally {
            bot.destroy();
        }
    }

    private record Status(Duration first, Duration last, Duration cpu) {}

    private record Ssh(Duration slowest, Duration all, Duration cpu) {}

    private Status status(Seat anna, Process bot) throws IOException {
        Duration before = CpuTime.own(bot.pid());
        Instant start = Instant.now();
        int asked = anna.say("/status").id();
        Message first = awaitAnswer(anna, message -> message.id() > asked);
        Duration firstPart = Duration.between(start, Instant.now());
        awaitAnswer(
                anna, message -> message.id() == first.id() && !message.text().contains("asking"));
        Duration last = Duration.between(start, Instant.now());
        return new Status(firstPart, last, CpuTime.own(bot.pid()).minus(before));
    }

    private Message awaitAnswer(Seat seat, Predicate<Message> test) {
        return playground
                .cloud()
                .awaitMessage(
                        message ->
                                message.key().chat().equals(seat.chat().id())
                                        && message.isFrom(playground.cloud().bot().id())
                                        && test.test(message),
                        PATIENCE);
    }

    /// Fifty at once, each reading what /status reads.
    private Ssh ssh(boolean overMaster) throws Exception {
        Duration before = CpuTime.ofEndedChildren(ProcessHandle.current().pid());
        Instant start = Instant.now();
        List<Process> processes = new ArrayList<>();
        for (String address : farm.addresses) {
            processes.add(
                    sshProcess(
                            address,
                            overMaster,
                            "cat",
                            "/proc/uptime",
                            "/proc/loadavg",
                            "/proc/meminfo"));
        }
        for (Process process : processes) {
            process.waitFor();
        }
        Duration all = Duration.between(start, Instant.now());
        Duration cpu = CpuTime.ofEndedChildren(ProcessHandle.current().pid()).minus(before);
        Instant alone = Instant.now();
        sshProcess(farm.addresses.getFirst(), overMaster, "cat", "/proc/uptime").waitFor();
        return new Ssh(Duration.between(alone, Instant.now()), all, cpu);
    }

    private Process sshProcess(String address, boolean overMaster, String... command)
            throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "ssh",
                                "-F",
                                "none",
                                "-i",
                                folder.resolve("client_key").toString(),
                                "-o",
                                "IdentitiesOnly=yes",
                                "-o",
                                "UserKnownHostsFile=" + folder.resolve("known_hosts"),
                                "-o",
                                "ControlPath="
                                        + (overMaster ? folder.resolve("m-" + address) : "none"),
                                "-p",
                                Integer.toString(farm.port),
                                System.getProperty("user.name") + "@" + address));
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void openMasters() throws Exception {
        for (String address : farm.addresses) {
            master(address, "-M", "-N", "-f").waitFor();
        }
    }

    private void closeMasters() throws Exception {
        for (String address : farm.addresses) {
            master(address, "-O", "exit").waitFor();
        }
    }

    private Process master(String address, String... options) throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "ssh",
                                "-F",
                                "none",
                                "-i",
                                folder.resolve("client_key").toString(),
                                "-o",
                                "UserKnownHostsFile=" + folder.resolve("known_hosts"),
                                "-o",
                                "ControlPath=" + folder.resolve("m-" + address),
                                "-o",
                                "ControlPersist=120",
                                "-p",
                                Integer.toString(farm.port)));
        line.addAll(List.of(options));
        line.add(System.getProperty("user.name") + "@" + address);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Process startBot(Path config) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "pikett.bot.app.Pikett",
                        "run",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bot.log").toFile())
                .start();
    }

    private String yaml() {
        String hosts =
                farm.addresses.stream()
                        .map(address ->
                                "  h%s: { ssh: '%s@%s:%d', key-file: %s, known-hosts: %s }"
                                        .formatted(
                                                address.substring(8),
                                                System.getProperty("user.name"),
                                                address,
                                                farm.port,
                                                folder.resolve("client_key"),
                                                folder.resolve("known_hosts")))
                        .collect(Collectors.joining("\n"));
        return """
        telegram:
          token: '%s'
          api-url: %s
          chats: { ops: { id: -1001234567890 } }
        people: { anna: { telegram: 111222333, role: admin, language: en } }
        hosts:
        %s
        services: { none: { host: h1, commands: { status: ['true'], restart: ['true'], logs: ['true'] } } }
        storage: { url: 'jdbc:sqlite:%s' }
        inbound: { listen: 127.0.0.1:0 }
        """
                .formatted(
                        playground.api().token(),
                        playground.api().address(),
                        hosts,
                        folder.resolve("pikett.db"));
    }

    private static void print(
            Duration firstAnswer,
            List<Status> statuses,
            List<Ssh> separate,
            List<Ssh> shared,
            long kilobytes) {
        long last = median(statuses.stream().map(Status::last).toList());
        long botCpu = median(statuses.stream().map(Status::cpu).toList());
        long sharedAll = median(shared.stream().map(Ssh::all).toList());
        long separateCpu = median(separate.stream().map(Ssh::cpu).toList());
        System.out.printf(
                Locale.ROOT,
                """
                | /status over %d hosts, median of %d | ms |
                |---|---|
                | Pikett: first part in the chat | %d |
                | Pikett: last part in the chat | %d |
                | Pikett: CPU | %d |
                | ssh, %d at once over shared connections: the slowest | %d |
                | ssh, one alone over a shared connection | %d |
                | ssh, %d at once, each its own connection: the slowest | %d |
                | ssh, the same: CPU of the ssh processes | %d |

                last part / slowest over shared connections: %.2f
                CPU / CPU of separate ssh: %.2f
                start to first answer: %d ms
                resident after %d s of idling: %d MB
                """,
                HOSTS,
                statuses.size(),
                median(statuses.stream().map(Status::first).toList()),
                last,
                botCpu,
                HOSTS,
                sharedAll,
                median(shared.stream().map(Ssh::slowest).toList()),
                HOSTS,
                median(separate.stream().map(Ssh::all).toList()),
                separateCpu,
                (double) last / sharedAll,
                (double) botCpu / separateCpu,
                firstAnswer.toMillis(),
                IDLE.toSeconds(),
                kilobytes / 1024);
    }

    private static long median(List<Duration> durations) {
        List<Long> sorted = durations.stream().map(Duration::toMillis).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
