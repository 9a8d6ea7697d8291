package pikett.bot.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pikett.bot.access.Person;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.runbook.Planner;
import pikett.bot.runbook.RunDesk;
import pikett.bot.view.RunbooksCard;
import pikett.config.Role;
import pikett.config.RunbookConfig;

/// Asks to run a runbook; it is agreed to, run, verified and announced at the desk.
public final class RecoverCommand implements ChatCommand {
    private final Supplier<Map<String, RunbookConfig>> runbooks;
    private final Planner planner;
    private final Acts acts;

    /// @param runbooks of the configuration of this moment
    public RecoverCommand(
            Supplier<Map<String, RunbookConfig>> runbooks, Planner planner, RunDesk desk) {
        this.runbooks = runbooks;
        this.planner = planner;
        this.acts = new Acts(desk);
    }

    @Override
    public String name() {
        return "recover";
    }

    /// What the person may run, in the order of the configuration.
    private Map<String, RunbookConfig> offered(Person person) {
        Map<String, RunbookConfig> offered = new LinkedHashMap<>();
        runbooks.get()
                .forEach((name, runbook) -> {
                    if (Acts.mayRun(person, planner.outline(name, runbook))) {
                        offered.put(name, runbook);
                    }
                });
        return offered;
    }

    /// Each runbook asks for a role of its own.
    @Override
    public Role leastRole() {
        return runbooks.get().values().stream()
                .map(RunbookConfig::role)
                .min(Role::compareTo)
                .orElse(Role.OPERATOR);
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.RECOVER);
    }

    @Override
    public void answer(Request request, Answer answer) {
        if (request.arguments().isEmpty()) {
            answer.show(RunbooksCard.of(Phrases.in(request.language()), offered(request.person())));
            return;
        }
        List<String> values = request.arguments().subList(1, request.arguments().size());
        Asked.name(request, answer, name(), List.copyOf(runbooks.get().keySet()))
                .ifPresent(name -> acts.ask(planner.runbook(name, values), request, answer));
    }
}
