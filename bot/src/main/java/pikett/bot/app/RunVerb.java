package pikett.bot.app;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import pikett.adapters.store.StoreOpenException;

/// `pikett run`: the bot, until it is told to end.
@Command(name = "run", description = "Runs the bot until it is told to end.")
final class RunVerb implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunVerb.class);

    @Mixin private final ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws InterruptedException {
        Optional<ConfigOption.Usable> usable = config.read();
        if (usable.isEmpty()) {
            return Pikett.CONFIGURATION;
        }
        try {
            App app = App.start(usable.get().config(), usable.get().redactor(), Ground.real());
            LOG.info("running config={}", config.file());
            endWithProcess(app);
            new CountDownLatch(1).await();
            return 0;
        } catch (StoreOpenException | IOException e) {
            LOG.error("cannot start: {}", e.getMessage(), e.getCause());
            return Pikett.FAILED;
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
