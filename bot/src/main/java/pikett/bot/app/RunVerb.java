package pikett.bot.app;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import pikett.adapters.local.CaughtSignal;
import pikett.adapters.store.StoreOpenException;
import pikett.bot.service.StartCache;
import pikett.config.file.ConfigResult;

/// `pikett run`: the bot, until it is told to end.
@Command(name = "run", description = "Runs the bot until it is told to end.")
final class RunVerb implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunVerb.class);

    @Mixin private final ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.exists(config.file())) {
            System.err.printf(
                    """
                    pikett: there is no configuration yet: %s does not exist.
                    Make it with `pikett init`, which asks what it needs; what can stand there shows pikett.example.yaml.
                    Then start Pikett again; `pikett check --live` tells before whether all of it works.
                    """,
                    config.file());
            return Pikett.CONFIGURATION;
        }
        Optional<ConfigResult.Loaded> loaded = config.load();
        if (loaded.isEmpty()) {
            return Pikett.CONFIGURATION;
        }
        CompletableFuture<App> started = new CompletableFuture<>();
        followOnHangup(started);
        try {
            App app = App.start(loaded.get(), config::result, Ground.real());
            started.complete(app);
            LOG.info("running config={}", config.file());
            endWithProcess(app);
            StartCache.look();
            new CountDownLatch(1).await();
            return 0;
        } catch (StoreOpenException | IOException e) {
            LOG.error("cannot start: {}", e.getMessage(), e.getCause());
            return Pikett.FAILED;
        }
    }

    /// On a terminal the signal says that nobody sits there any more, and ends Pikett as it ends any program.
    ///
    /// @param started what comes before that is done then, and ends nothing
    private static void followOnHangup(CompletableFuture<App> started) {
        boolean seen =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        if (!seen) {
            CaughtSignal.on(
                    "HUP",
                    () -> {
                        CompletableFuture<Void> _ = started.thenAccept(App::reloadBySignal);
                    });
        }
    }

    /// The exit code after SIGTERM would be 143; an orderly end is a success.
    private static void endWithProcess(App app) {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    LOG.info("stopping");
                                    app.close();
                                    LOG.info("stopped");
                                    Runtime.getRuntime().halt(0);
                                }));
    }
}
