package pikett.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pikett.bot.access.Rights;
import pikett.bot.language.Phrase;
import pikett.bot.runbook.Planner;
import pikett.bot.runbook.RunDesk;
import pikett.config.Role;

/// Asks to restart a service; it is confirmed, run and verified at the desk.
public final class RestartCommand implements ChatCommand {
    private final Supplier<Targets> targets;
    private final Planner planner;
    private final Acts acts;

    public RestartCommand(Supplier<Targets> targets, Planner planner, RunDesk desk) {
        this.targets = targets;
        this.planner = planner;
        this.acts = new Acts(desk);
    }

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public Role leastRole() {
        return Role.OPERATOR;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.RESTART);
    }

    @Override
    public void answer(Request request, Answer answer) {
        boolean picking = request.arguments().isEmpty();
        List<String> names =
                targets.get().services().stream()
                        .map(Targets.ServiceTarget::name)
                        // Chosen from a list: only what this person may restart.
                        .filter(name -> !picking || Rights.may(request.person(), leastRole(), name))
                        .toList();
        Asked.name(request, answer, name(), names)
                .ifPresent(name -> acts.ask(planner.restart(name), request, answer));
    }
}
