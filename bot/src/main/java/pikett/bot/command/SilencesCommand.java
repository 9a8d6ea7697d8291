package pikett.bot.command;

import java.util.Optional;
import pikett.bot.language.Phrase;
import pikett.bot.view.SilenceCards;
import pikett.config.Role;

/// Lists what is hidden or will be, by whom and until when.
public final class SilencesCommand implements ChatCommand {
    private final IncidentWays ways;

    public SilencesCommand(IncidentWays ways) {
        this.ways = ways;
    }

    @Override
    public String name() {
        return "silences";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.SILENCES);
    }

    @Override
    public void answer(Request request, Answer answer) {
        answer.show(SilenceCards.list(ways.room(request), ways.silences().current()));
    }
}
