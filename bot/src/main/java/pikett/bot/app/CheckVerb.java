package pikett.bot.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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

    @Option(
            names = "--sample",
            arity = "2",
            paramLabel = "VALUE",
            description = "SOURCE FILE: shows what would come of a payload of a source of inbound")
    private List<String> sample = List.of();

    @Override
    public Integer call() {
        Optional<ConfigOption.Usable> usable = config.read();
        if (usable.isEmpty()) {
            return Pikett.CONFIGURATION;
        }
        if (!sample.isEmpty()) {
            return new SampleCheck(usable.get(), System.out, InstantSource.system())
                            .understood(sample.getFirst(), Path.of(sample.getLast()))
                    ? 0
                    : Pikett.CONFIGURATION;
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
