package pikett.bot.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `pikett check`: finds every mistake before the night does.
@Command(
        name = "check",
        description = "Finds every mistake of the configuration; 78 if there is one.")
final class CheckVerb implements Callable<Integer> {
    @Mixin private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--live",
            description = "also reaches Telegram, every host, process, endpoint and queue")
    private boolean live;

    @Option(
            names = "--print",
            description = "prints what is in effect: defaults filled in, secrets masked")
    private boolean print;

    @Override
    public Integer call() {
        Optional<ConfigOption.Usable> usable = config.read();
        if (usable.isEmpty()) {
            return Pikett.CONFIGURATION;
        }
        if (print) {
            System.out.print(usable.get().effective());
        }
        if (live && !new LiveCheck(usable.get(), Ground.real(), System.out).passed()) {
            return Pikett.CONFIGURATION;
        }
        if (!print) {
            System.out.println(config.file() + " is good.");
        }
        return 0;
    }
}
