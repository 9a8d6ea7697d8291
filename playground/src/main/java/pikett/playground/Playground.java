package pikett.playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import pikett.playground.botapi.BotApiServer;
import pikett.playground.botapi.BotApiSettings;
import pikett.playground.page.Cast;
import pikett.playground.page.PageServer;
import pikett.playground.page.Stage;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.message.Bot;
import pikett.playground.world.World;

/// A whole playground: a cloud with its people, the Bot API for one bot, the page and the world. It
/// runs until [#close]; everything in it ends with it. `main` runs one alone, for any bot.
public final class Playground implements AutoCloseable {
    private static final Bot BOT = Bot.named(7_000_000_001L, "Pikett", "pikett_bot");

    private final Cloud cloud;
    private final Cast cast;
    private final BotApiServer api;
    private @Nullable World world;
    private @Nullable PageServer page;

    private Playground(PlaygroundSettings settings, InstantSource clock) {
        this.cloud = new Cloud(clock, BOT);
        this.cast = Cast.assemble(cloud);
        this.api =
                BotApiServer.start(
                        cloud, BotApiSettings.of(settings.token()).onPort(settings.apiPort()));
    }

    /// Starts everything.
    ///
    /// @throws UncheckedIOException if a port cannot be had or the world cannot be made
    public static Playground start(PlaygroundSettings settings, InstantSource clock) {
        Playground playground = new Playground(settings, clock);
        try {
            if (settings.withWorld()) {
                playground.world = World.start(Files.createTempDirectory("pikett-world-"), clock);
            }
            playground.page = PageServer.start(playground.stage(), settings.port());
            return playground;
        } catch (IOException impossible) {
            playground.close();
            throw new UncheckedIOException("the world cannot be made", impossible);
        } catch (RuntimeException failed) {
            playground.close();
            throw failed;
        }
    }

    private Stage stage() {
        return new Stage(cloud, cast, api.address(), api.token(), world());
    }

    /// The chat cloud, for tests and for other people in it.
    public Cloud cloud() {
        return cloud;
    }

    /// Who one can be, and the groups.
    public Cast cast() {
        return cast;
    }

    /// The Bot API: address, token and faults.
    public BotApiServer api() {
        return api;
    }

    /// The world, unless it was not wanted.
    public Optional<World> world() {
        return Optional.ofNullable(world);
    }

    /// Where to point a browser.
    public URI address() {
        if (page == null) {
            throw new IllegalStateException("the page is not up");
        }
        return page.address();
    }

    /// Ends everything, the page first.
    @Override
    public void close() {
        if (page != null) {
            page.close();
        }
        api.close();
        try {
            if (world != null) {
                world.close();
            }
        } catch (IOException left) {
            throw new UncheckedIOException("the world's folder could not be removed", left);
        }
    }

    /// Runs a playground until it is interrupted.
    public static void main(String[] arguments) {
        // Alone there is no log library; SLF4J need not say so at each start.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(new CommandLine(new Alone()).execute(arguments));
    }

    @CommandLine.Command(
            name = "playground",
            mixinStandardHelpOptions = true,
            description = "A chat page, a Bot API for one bot, and a small world to break.")
    private static final class Alone implements Callable<Integer> {
        @CommandLine.Option(
                names = "--port",
                defaultValue = "7070",
                description = "port of the page, 0 for any; ${DEFAULT-VALUE} unless given")
        private int port;

        @CommandLine.Option(
                names = "--api-port",
                defaultValue = "0",
                description = "port of the Bot API; any unless given")
        private int apiPort;

        @CommandLine.Option(names = "--no-world", description = "only the chat, for other bots")
        private boolean worldless;

        @Override
        public Integer call() throws InterruptedException {
            PlaygroundSettings settings =
                    new PlaygroundSettings(port, apiPort, PlaygroundSettings.TOKEN, !worldless);
            try (Playground playground = start(settings, InstantSource.system())) {
                System.out.println("page      " + playground.address());
                System.out.println("Bot API   " + playground.api().address());
                System.out.println("token     " + playground.api().token());
                Runtime.getRuntime().addShutdownHook(new Thread(playground::close));
                new CountDownLatch(1).await();
                return 0;
            } catch (UncheckedIOException impossible) {
                System.err.println("playground: " + impossible.getMessage());
                return 1;
            }
        }
    }
}
