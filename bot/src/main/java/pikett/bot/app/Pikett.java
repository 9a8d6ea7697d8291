package pikett.bot.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import pikett.adapters.store.StoreOpenException;

/// The program `pikett`.
@Command(
        name = "pikett",
        description = "The on-call desk in Telegram.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Pikett.Version.class,
        subcommands = {
            RunVerb.class,
            DemoVerb.class,
            InitVerb.class,
            CheckVerb.class,
            SchemaVerb.class,
            GateVerb.class,
            AuditVerb.class,
            BackupVerb.class,
            SupportVerb.class,
            RestoreVerb.class,
            NotifyVerb.class,
            WrapVerb.class,
            VersionVerb.class,
            CommandLine.HelpCommand.class
        })
public final class Pikett {
    /// It could not do what it should.
    static final int FAILED = 1;

    /// The configuration is wrong (sysexits' EX_CONFIG): starting again will not help.
    static final int CONFIGURATION = 78;

    private Pikett() {}

    /// Runs the verb that the arguments name, and ends the process with its exit code.
    public static void main(String[] arguments) {
        // Before any class asks for a logger: nothing may be logged past the redactor. What is
        // wrapped waits
        // for nothing of ours: there the log begins beside it.
        if (!List.of(arguments).subList(0, Math.min(1, arguments.length)).contains("wrap")) {
            Logs.begin();
        }
        int exit = commandLine().execute(arguments);
        // Libraries keep threads of their own; a process that is done must end.
        System.exit(exit);
    }

    static CommandLine commandLine() {
        CommandLine program =
                new CommandLine(new Pikett())
                        // What begins with @ is an argument like any other, as of a command that is
                        // wrapped.
                        .setExpandAtFiles(false)
                        .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
        Objects.requireNonNull(program.getSubcommands().get("wrap"), "wrap is a verb")
                .setStopAtPositional(true);
        return program;
    }

    private static int failed(Exception e, CommandLine command) {
        Logs.begin();
        if (e instanceof StoreOpenException) {
            command.getErr().println("storage: " + e.getMessage());
        } else {
            LoggerFactory.getLogger(Pikett.class).error("failed", e);
        }
        return FAILED;
    }

    /// Which version this is.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            Properties properties = new Properties();
            try (InputStream stream = Pikett.class.getResourceAsStream("version.properties")) {
                properties.load(stream);
            }
            return new String[] {"pikett " + properties.getProperty("version")};
        }
    }
}
