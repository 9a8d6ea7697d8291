package pikett.bot.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pikett.bot.setup.SetupEndedException;
import pikett.bot.setup.Terminal;

/// The terminal of this process, or, where there is none, its input and output.
final class ProcessTerminal implements Terminal {
    private static final String ENDED =
            "nobody answers any more; nothing was written. Scripts say everything by options, and --yes";

    private final Optional<Console> console;
    private final BufferedReader input;
    private final PrintStream output;

    /// @param console empty where what is typed would be seen
    ProcessTerminal(Optional<Console> console, InputStream input, PrintStream output) {
        this.console = console;
        this.input = new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()));
        this.output = output;
    }

    static ProcessTerminal ofThisProcess() {
        return new ProcessTerminal(
                Optional.ofNullable(System.console()).filter(Console::isTerminal),
                System.in,
                System.out);
    }

    @Override
    public void say(String text) {
        output.println(text);
    }

    @Override
    public String ask(String question) throws SetupEndedException {
        output.print(question);
        output.flush();
        return answered(line());
    }

    private @Nullable String line() {
        try {
            return input.readLine();
        } catch (IOException _) {
            return null;
        }
    }

    @Override
    public String askHidden(String question) throws SetupEndedException {
        if (console.isEmpty()) {
            throw new SetupEndedException(
                    "there is no terminal here that could hide the token; give it with --token-file FILE (or in $TELEGRAM_TOKEN)");
        }
        char @Nullable [] typed = console.get().readPassword("%s", question);
        return answered(typed == null ? null : new String(typed));
    }

    private static String answered(@Nullable String line) throws SetupEndedException {
        if (line == null) {
            throw new SetupEndedException(ENDED);
        }
        return line.strip();
    }
}
