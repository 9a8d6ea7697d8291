package pikett.bot.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        versionProvider = Pikett.Version.class)
public final class Pikett {
    /// It could not do what it should.
    static final int FAILED = 1;

    /// The configuration is wrong (sysexits' EX_CONFIG): starting again will not help.
    static final int CONFIGURATION = 78;

    /// In the order in which the help lists them.
    private static final Map<String, Class<?>> VERBS = verbs();

    private Pikett() {}

    private static Map<String, Class<?>> verbs() {
        Map<String, Class<?>> verbs = new LinkedHashMap<>();
        verbs.put("run", RunVerb.class);
        verbs.put("demo", DemoVerb.class);
        verbs.put("init", InitVerb.class);
        verbs.put("check", CheckVerb.class);
        verbs.put("schema", SchemaVerb.class);
        verbs.put("gate", GateVerb.class);
        verbs.put("audit", AuditVerb.class);
        verbs.put("backup", BackupVerb.class);
        verbs.put("support", SupportVerb.class);
        verbs.put("restore", RestoreVerb.class);
        verbs.put("notify", NotifyVerb.class);
        verbs.put("wrap", WrapVerb.class);
        verbs.put("version", VersionVerb.class);
        verbs.put("help", CommandLine.HelpCommand.class);
        return Collections.unmodifiableMap(verbs);
    }

    /// Runs the verb that the arguments name, and ends the process with its exit code.
    public static void main(String[] arguments) {
        // Before any class asks for a logger: nothing may be logged past the redactor. What is
        // wrapped waits for nothing of ours: there the log begins beside it.
        if (!verb(arguments).equals("wrap")) {
            Logs.begin();
        }
        int exit = commandLine(arguments).execute(arguments);
        // Libraries keep threads of their own; a process that is done must end.
        System.exit(exit);
    }

    private static String verb(String... arguments) {
        return arguments.length == 0 ? "" : arguments[0];
    }

    /// What understands these arguments. Where they name a verb it knows that one alone: the annotations of all
    /// of them would be read by reflection at each start.
    static CommandLine commandLine(String... arguments) {
        CommandLine program = new CommandLine(new Pikett());
        String asked = verb(arguments);
        boolean one = VERBS.containsKey(asked) && !asked.equals("help");
        VERBS.forEach((name, verb) -> {
            if (!one || name.equals(asked)) {
                program.addSubcommand(name, verb);
            }
        });
        Optional.ofNullable(program.getSubcommands().get("wrap"))
                .ifPresent(wrap -> wrap.setStopAtPositional(true));
        // What begins with @ is an argument like any other, as of a command that is wrapped.
        return program.setExpandAtFiles(false)
                .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
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
