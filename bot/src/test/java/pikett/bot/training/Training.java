package pikett.bot.training;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import pikett.bot.app.FarHost;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;
import pikett.playground.world.World;
import pikett.playground.world.WorldFacts;

/// `./dev package --train`: starts the packaged program on a fresh database against the playground and a host behind
/// SSH, has it do what it does all day, and has the runtime write down what it loads.
final class Training implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BEARER = "bearer-of-the-training";

    private final Path packaged;
    private final Path folder;
    private final Playground playground =
            Playground.start(PlaygroundSettings.onPort(0), InstantSource.system());
    private final World world = playground.world().orElseThrow();
    private final FarHost host;
    private final Seat anna;
    private final Path config;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    /// @param arguments the folder of the package, and a folder to work in: there is a `.classes` for each run afterwards
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        try (Training training = new Training(Path.of(arguments[0]), folder)) {
            training.run("first", training::day);
            // Everything is there already.
            training.run("second", () -> training.asks("/whoami", "111222333"));
            training.verb("check");
        }
        System.exit(0);
    }

    private Training(Path packaged, Path folder) throws Exception {
        this.packaged = packaged;
        this.folder = folder;
        WorldFacts facts = world.facts();
        this.host = new FarHost(folder, facts.bin());
        this.anna =
                playground
                        .cloud()
                        .seat(playground.cast().anna().id(), playground.cast().ops().id());
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = probe.getLocalPort();
        }
        this.config = Files.writeString(folder.resolve("pikett.yaml"), yaml(facts));
    }

    private String yaml(WorldFacts facts) {
        return """
        telegram:
          token: '%s'
          api-url: %s
          chats: { ops: { id: %d, time-zone: Europe/Berlin } }
        people: { anna: { telegram: %d, role: admin, language: en } }
        hosts: { far: %s }
        services:
          api: { host: far, pm2: ai-admin-api, health: { url: '%s', timeout: 5s }, restart: { healthy-within: 30s } }
        queues: { messages: { host: far, redis: '%s', bullmq: %s } }
        check-defaults: { every: 2s, for: 0s, keep-firing-for: 2s }
        host-checks: { critical-when: [unreachable], warning-when: [] }
        heartbeats: { nightly: { every: 24h, grace: 1h } }
        storage: { url: 'jdbc:sqlite:%s' }
        inbound:
          listen: 127.0.0.1:%d
          sources:
            hook: { type: json, bearer: %s, title: /title, severity: /level, resolved-when: /state == 'ok' }
            prometheus: { type: alertmanager, bearer: %s-2 }
        """
                .formatted(
                        playground.api().token(),
                        playground.api().address(),
                        playground.cast().ops().id().value(),
                        playground.cast().anna().id().value(),
                        host.yaml(),
                        facts.apps().getFirst().health(),
                        facts.redis(),
                        facts.queue(),
                        folder.resolve("pikett.db"),
                        port,
                        BEARER,
                        BEARER);
    }

    /// What a day brings.
    private void day() throws Exception {
        asks("/status", "api");
        hook("{\"title\": \"The coffee is out\", \"level\": \"critical\", \"state\": \"bad\"}");
        Message card = sees("🔴 The coffee is out");
        anna.press(card, "✋ Take");
        sees("✋ anna has it since");
        hook("{\"title\": \"The coffee is out\", \"level\": \"critical\", \"state\": \"ok\"}");
        sees("✅ The coffee is out");
        world.stop("ai-admin-api");
        sees("🔴 api");
        asks("/restart api", "Restart api?");
        anna.press(sees("Restart api?"), "🔁 Restart");
        sees("✅ 1. restart api");
        sees("✅ api is up again");
        asks("/logs api", "api");
        asks("/queue", "messages");
        asks("/alerts", "Nothing fires");
        asks("/digest", "Nothing fires now");
        get("/ping/nightly");
        get("/health/ready");
        get("/metrics");
    }

    private void asks(String line, String answer) {
        anna.say(line);
        sees(answer);
    }

    private Message sees(String words) {
        return playground
                .cloud()
                .awaitMessage(
                        message ->
                                message.isFrom(playground.cloud().bot().id())
                                        && message.text().contains(words),
                        PATIENCE);
    }

    private void hook(String body) throws IOException, InterruptedException {
        send(
                HttpRequest.newBuilder(at("/hooks/hook"))
                        .header("Authorization", "Bearer " + BEARER)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void get(String path) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(at(path)));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response + " " + response.body());
        }
    }

    /// Something to do while the program runs.
    private interface Work {
        void go() throws Exception;
    }

    private void run(String name, Work work) throws Exception {
        Path list = folder.resolve(name + ".classes");
        Process program = start(name, list, "run");
        try {
            await().atMost(PATIENCE)
                    .until(() -> Files.readString(log(name)).contains("running config"));
            work.go();
        } finally {
            program.destroy();
            ended(name, program);
        }
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private void verb(String name) throws Exception {
        Path list = folder.resolve(name + ".classes");
        ended(name, start(name, list, name));
    }

    /// As the launcher starts it, and writing its list when it ends.
    private Process start(String name, Path list, String verb) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                packaged.resolve("bin/pikett").toString(),
                                verb,
                                "--config",
                                config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log(name).toFile());
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:DumpLoadedClassList=" + list);
        return builder.start();
    }

    private void ended(String name, Process program) throws Exception {
        if (!program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || program.exitValue() != 0) {
            program.destroyForcibly();
            throw new IllegalStateException(name + ":\n" + Files.readString(log(name)));
        }
    }

    @Override
    public void close() throws IOException {
        host.close();
        playground.close();
    }
}
