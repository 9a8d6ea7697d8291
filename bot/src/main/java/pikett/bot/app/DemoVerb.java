package pikett.bot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pikett.adapters.local.LocalShell;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;
import pikett.config.file.ThisProcess;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.world.World;
import pikett.playground.world.WorldFacts;

/// `pikett demo`: a playground and the bot in one process. Nothing to install, no token.
@Command(
        name = "demo",
        description = "A phone to try Pikett on, beside a small world to break. No token.")
final class DemoVerb implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(DemoVerb.class);

    @Option(
            names = "--port",
            defaultValue = "7070",
            converter = Port.class,
            description = "of the page; 0 for any")
    private int port;

    @Option(names = "--no-browser", description = "only print the address")
    private boolean noBrowser;

    /// A number that a port can have.
    static final class Port implements CommandLine.ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new CommandLine.TypeConversionException(
                        "'" + text + "' is no port; write a number up to 65535");
            }
            return Integer.valueOf(text);
        }
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        try (Playground playground =
                        Playground.start(PlaygroundSettings.onPort(port), InstantSource.system());
                App app = bot(playground)) {
            System.out.println();
            System.out.println("  Pikett's playground: " + playground.address());
            System.out.println("  Write /status there. Ctrl-C ends everything.");
            app.port()
                    .ifPresent(open -> {
                        System.out.println("  An alert from outside:");
                        System.out.println("  " + DemoConfig.curl(open));
                    });
            System.out.println();
            if (!noBrowser) {
                Browser.open(playground.address());
            }
            awaitEnd(app, playground);
            return 0;
        } catch (UncheckedIOException e) {
            LOG.error("cannot start: {}", e.getMessage());
            System.err.println("pikett demo: " + e.getMessage() + "; another --port may help");
            return Pikett.FAILED;
        }
    }

    private static App bot(Playground playground) throws IOException {
        World world = playground.world().orElseThrow();
        WorldFacts facts = world.facts();
        Path file = facts.folder().resolve("pikett.yaml");
        Files.writeString(file, DemoConfig.yaml(playground, facts));
        ConfigSource source = () -> new ConfigReader(new ThisProcess()).read(file);
        return switch (source.read()) {
            case ConfigResult.Loaded loaded -> {
                LocalShell shell = new LocalShell(List.of(facts.bin()), Map.of());
                yield App.start(loaded, source, Ground.real(shell));
            }
            case ConfigResult.Invalid(List<?> problems) ->
                    throw new IllegalStateException("the demo's configuration: " + problems);
        };
    }

    private static void awaitEnd(App app, Playground playground) throws InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    app.close();
                                    playground.close();
                                }));
        new CountDownLatch(1).await();
    }
}
