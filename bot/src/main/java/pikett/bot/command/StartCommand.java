package pikett.bot.command;

import java.util.Optional;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.HelpCard;
import pikett.config.Role;

/// Greets. Never acts, whatever stands behind it: a link on any web page can bring somebody here with
/// any argument.
public final class StartCommand implements ChatCommand {
    private final HelpCommand help;

    public StartCommand(HelpCommand help) {
        this.help = help;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.empty();
    }

    @Override
    public void answer(Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        answer.show(
                HelpCard.of(phrases, Optional.of(request.person().name()), help.entries(request)));
    }
}
