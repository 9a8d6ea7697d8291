package pikett.bot.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pikett.adapters.local.LocalShell;
import pikett.config.Severity;

/// `pikett notify TITLE`: raises an alert from a script, or ends it.
@Command(
        name = "notify",
        description = "Raises an alert from a script, or ends it; 1 if Pikett could not be told.")
final class NotifyVerb implements Callable<Integer> {
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(10);

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--resolve", description = "it is over")
    private boolean resolve;

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            defaultValue = "warning",
            converter = SeverityWord.class,
            description = "critical, warning (the default) or info")
    private Severity severity = Severity.WARNING;

    @Option(
            names = "--label",
            paramLabel = "NAME=VALUE",
            description = "for routes and silences; may be given more than once")
    private Map<String, String> labels = new LinkedHashMap<>();

    @Option(
            names = {"--id", "--for"},
            paramLabel = "ID",
            description =
                    "what it is about: the same for all that is said of one alert; otherwise the title")
    private @Nullable String id;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description =
                    "tells how this systemd unit ended, with the last lines of its journal; over if it ended"
                            + " well")
    private @Nullable String unit;

    @Mixin private final SourceDoor door = new SourceDoor();
    @Mixin private final ReachOption reach = new ReachOption();

    @Parameters(paramLabel = "TITLE", arity = "0..1", description = "what people read first")
    private @Nullable String title;

    @Override
    public Integer call() throws InterruptedException {
        ScriptAlert alert = alert();
        try (Reporter reporter = new Reporter()) {
            Optional<String> trouble =
                    reporter.report(
                            () -> reach.find(door.path(), door::in),
                            found -> new Reporter.Message("", ScriptAlert.TYPE, alert.json(found)),
                            TOLD_WITHIN);
            trouble.ifPresent(why -> System.err.println("pikett: not told: " + why));
            return trouble.isEmpty() ? 0 : Pikett.FAILED;
        }
    }

    private ScriptAlert alert() {
        if (unit != null) {
            return UnitEnd.of(new LocalShell(), unit, System.getenv()).alert(severity, labels);
        }
        String about = Optional.ofNullable(id).or(() -> Optional.ofNullable(title)).orElse("");
        if (about.isBlank()) {
            throw new CommandLine.ParameterException(
                    spec().commandLine(), "Say what it is: a TITLE, or with --resolve an --id");
        }
        return new ScriptAlert(
                resolve, about, Optional.ofNullable(title).orElse(about), severity, labels, "");
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }

    /// A severity as people write it.
    static final class SeverityWord implements CommandLine.ITypeConverter<Severity> {
        @Override
        public Severity convert(String word) {
            return switch (word) {
                case "critical" -> Severity.CRITICAL;
                case "warning" -> Severity.WARNING;
                case "info" -> Severity.INFO;
                default ->
                        throw new CommandLine.TypeConversionException(
                                "it is critical, warning or info");
            };
        }
    }
}
