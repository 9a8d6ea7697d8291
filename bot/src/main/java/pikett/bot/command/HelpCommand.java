package pikett.bot.command;

import java.util.List;
import java.util.Optional;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.HelpCard;
import pikett.config.Role;

/// Shows what the person may do: nothing that would be refused.
public final class HelpCommand implements ChatCommand {
    static final String NAME = "help";

    private final List<ChatCommand> others;

    /// @param others all other commands, in the order in which they are shown
    public HelpCommand(List<ChatCommand> others) {
        this.others = List.copyOf(others);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.HELP);
    }

    @Override
    public void answer(Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        answer.show(HelpCard.of(phrases, Optional.empty(), entries(request)));
    }

    List<HelpCard.Entry> entries(Request request) {
        Role role = request.person().config().role();
        return others.stream()
                .filter(command -> role.atLeast(command.leastRole()))
                .flatMap(command ->
                        command.summary().stream()
                                .map(text -> new HelpCard.Entry(command.name(), text)))
                .toList();
    }
}
