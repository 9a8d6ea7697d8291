package pikett.bot.command;

import java.util.Optional;
import pikett.bot.access.Person;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.WhoamiCard;
import pikett.config.Role;

/// Tells a person the ids that the configuration asks for.
public final class WhoamiCommand implements ChatCommand {
    @Override
    public String name() {
        return "whoami";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.WHOAMI);
    }

    @Override
    public void answer(Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        Person person = request.person();
        String role = phrases.text(DispatchPhrase.of(person.config().role()));
        answer.show(WhoamiCard.of(phrases, person, role, request.place()));
    }
}
