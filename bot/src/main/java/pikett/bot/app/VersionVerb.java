package pikett.bot.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `pikett version`.
@Command(name = "version", description = "Prints the version.")
final class VersionVerb implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        System.out.println(new Pikett.Version().getVersion()[0]);
        return 0;
    }
}
