package pikett.bot.app;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pikett.adapters.http.Http;
import pikett.adapters.http.HttpCall;
import pikett.adapters.http.HttpResult;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.store.StoreReport;
import pikett.bot.support.Bundle;
import pikett.bot.support.Pseudonyms;

/// `pikett support FILE`: what somebody who helps needs to see, and nothing that is not their business.
@Command(
        name = "support",
        description = {
            "Writes a zip file for somebody who helps: configuration, versions, health, metrics, the database in figures.",
            "Without secrets, messages, names and numbers of people. Look into it before you send it."
        })
final class SupportVerb implements Callable<Integer> {
    private static final Duration PAGE_WITHIN = Duration.ofSeconds(5);
    private static final int LOG_BYTES = 1 << 20;
    private static final String README =
            """
            What Pikett says of itself, for somebody who helps. Secrets are masked, people and chats have pseudonyms
            (person-1, number-of-chat-1), other long numbers are NUMBER, of mail addresses and logins (someone@host) only
            the host is left. Nothing that anybody wrote or was told is in it.

            pikett.txt           versions and the machine
            configuration.yaml   what is in effect, with defaults
            health-*.txt         what the pages of the running Pikett say, where it was reached
            metrics.txt          the same of its metrics
            database.txt         version, size, rows by table, whether it is whole
            log.txt              the end of the log, where --log named one
            """;

    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "the zip file; it must not exist yet")
    private Path file = Path.of("");

    @Option(
            names = "--log",
            paramLabel = "LOG",
            description =
                    "a log of Pikett, such as `journalctl -u pikett` writes: its last part goes in")
    private @Nullable Path log;

    @Override
    public Integer call() throws IOException {
        Optional<ConfigOption.Usable> read = config.read();
        if (read.isEmpty()) {
            return Pikett.CONFIGURATION;
        }
        ConfigOption.Usable usable = read.get();
        Pseudonyms pseudonyms = new Pseudonyms(usable.config());
        // Secrets first: a pseudonym within one would hide it from the redactor.
        Bundle bundle = new Bundle(text -> pseudonyms.apply(usable.redactor().redact(text)));
        try {
            bundle.write(file, texts(usable));
        } catch (FileAlreadyExistsException e) {
            System.err.println(file + " is there already; name another file");
            return Pikett.FAILED;
        }
        System.out.println(
                "%s: %,d bytes. Look into it before you send it."
                        .formatted(file, Files.size(file)));
        return 0;
    }

    private Map<String, String> texts(ConfigOption.Usable usable) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("README.txt", README);
        texts.put("pikett.txt", facts());
        texts.put("configuration.yaml", usable.effective());
        try (Http http = new Http(new LocalDialer(), usable.redactor()::redact)) {
            URI listen = URI.create("http://" + address(usable) + "/");
            texts.put("health-live.txt", page(http, listen.resolve("health/live")));
            texts.put("health-ready.txt", page(http, listen.resolve("health/ready")));
            texts.put("metrics.txt", page(http, listen.resolve("metrics")));
        }
        texts.put(
                "database.txt",
                String.join("\n", StoreReport.of(usable.config().storage().url())) + "\n");
        if (log != null) {
            texts.put("log.txt", end(log));
        }
        return texts;
    }

    private static String address(ConfigOption.Usable usable) {
        String host = usable.config().inbound().address();
        return (host.contains(":") ? "[" + host + "]" : host)
                + ":"
                + usable.config().inbound().port();
    }

    private static String facts() throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("pikett", new Pikett.Version().getVersion()[0]);
        facts.put("written", Instant.now().toString());
        for (String property :
                List.of(
                        "java.vm.name",
                        "java.vm.vendor",
                        "java.vm.version",
                        "os.name",
                        "os.version",
                        "os.arch",
                        "user.timezone",
                        "file.encoding")) {
            facts.put(property, System.getProperty(property, ""));
        }
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("most heap here", Long.toString(Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String page(Http http, URI uri) {
        return switch (http.send(HttpCall.get(uri, PAGE_WITHIN))) {
            case HttpResult.Answered answered ->
                    "HTTP " + answered.status() + "\n" + answered.body() + "\n";
            case HttpResult.Failed failed -> "not reached: " + failed.reason().english() + "\n";
        };
    }

    /// A line that is cut into might have lost the beginning of a secret by which it is known: it stays out.
    private static String end(Path log) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            long from = Math.max(0, channel.size() - LOG_BYTES);
            channel.position(from);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Goes on until it is full, or the file has become shorter.
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }
}
