package pikett.bot.command;

import java.util.Optional;
import pikett.bot.language.Phrase;
import pikett.config.Role;

/// Lists the incidents that go on.
public final class AlertsCommand implements ChatCommand {
    private final IncidentWays ways;

    public AlertsCommand(IncidentWays ways) {
        this.ways = ways;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.ALERTS);
    }

    @Override
    public void answer(Request request, Answer answer) {
        answer.show(ways.open(request));
    }
}
