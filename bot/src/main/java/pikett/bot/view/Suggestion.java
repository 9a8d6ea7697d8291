package pikett.bot.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.bot.language.Phrases;
import pikett.config.Language;
import pikett.config.RunbookConfig;
import pikett.config.RunbookConfig.Step;

/// The runbook that an incident's card offers.
///
/// @param name as typed after `/recover`
/// @param titles what people read, by language
public record Suggestion(String name, Map<Language, String> titles) {
    public Suggestion {
        titles = Map.copyOf(titles);
    }

    /// The runbook that ended the same the last time, or the only one that restarts or waits for a service
    /// of the incident. One that asks for values is never offered: a button has none to give.
    ///
    /// @param runbooks of the configuration, by name
    public static Optional<Suggestion> of(
            Map<String, RunbookConfig> runbooks, IncidentFacts facts) {
        List<Suggestion> fitting = new ArrayList<>();
        runbooks.forEach((name, runbook) -> {
            if (runbook.parameters().isEmpty() && concerns(runbook, facts.services())) {
                fitting.add(new Suggestion(name, runbook.title()));
            }
        });
        Optional<String> fix =
                facts.memory().last().flatMap(last -> last.fix()).map(it -> it.what());
        return fix.flatMap(what -> fitting.stream().filter(it -> it.isIn(what)).findFirst())
                .or(() -> fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty());
    }

    /// What people read of it.
    String title(Phrases phrases) {
        return titles.getOrDefault(phrases.language(), titles.getOrDefault(Language.EN, name));
    }

    /// What was done is kept as it was told, in the language of who did it.
    private boolean isIn(String what) {
        return titles.values().stream().anyMatch(title -> !title.isBlank() && what.contains(title));
    }

    private static boolean concerns(RunbookConfig runbook, List<String> services) {
        return Stream.of(runbook.before(), runbook.steps(), runbook.after())
                .flatMap(List::stream)
                .flatMap(Suggestion::services)
                .anyMatch(services::contains);
    }

    private static Stream<String> services(Step step) {
        return switch (step) {
            case Step.Run _ -> Stream.empty();
            case Step.Restart(List<String> services) -> services.stream();
            case Step.WaitHealthy(String service, var _) -> Stream.of(service);
        };
    }
}
