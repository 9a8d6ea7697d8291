package pikett.bot.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pikett.config.PikettConfig;
import pikett.config.SourceConfig;

/// Which source takes what scripts say.
final class SourceDoor {
    private static final String USUAL = "scripts";

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "the source of type pikett that takes it; otherwise the only one of the configuration, or"
                            + " with --url the one called scripts")
    private @Nullable String source;

    /// Where it is when only an address is known.
    String path() {
        return path(Optional.ofNullable(source).orElse(USUAL));
    }

    ReachOption.Door in(PikettConfig config) throws ReachOption.UnreachableException {
        List<Map.Entry<String, SourceConfig>> fitting =
                config.inbound().sources().entrySet().stream()
                        .filter(each ->
                                each.getValue().payload() instanceof SourceConfig.Payload.Pikett)
                        .filter(each -> source == null || each.getKey().equals(source))
                        .toList();
        if (fitting.size() != 1) {
            throw new ReachOption.UnreachableException(
                    fitting.isEmpty()
                            ? "the configuration has no such source: add one of type pikett to inbound.sources"
                            : "the configuration has several sources of type pikett: name one with --source");
        }
        Map.Entry<String, SourceConfig> found = fitting.getFirst();
        return new ReachOption.Door(
                path(found.getKey()),
                found.getValue().credentials().secrets().stream().findFirst());
    }

    private static String path(String name) {
        return "/hooks/" + name;
    }
}
