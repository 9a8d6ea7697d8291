package pikett.bot.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pikett.alerts.scheduler.CheckView;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.ChecksCard;
import pikett.bot.view.Room;
import pikett.config.Role;

/// Lists what is looked at, and what each last look brought; after a part of a name, all of it.
public final class ChecksCommand implements ChatCommand {
    private final Supplier<List<CheckView>> checks;
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;

    /// @param redaction takes secrets out of what was read
    public ChecksCommand(
            Supplier<List<CheckView>> checks,
            UnaryOperator<String> redaction,
            InstantSource clock) {
        this.checks = checks;
        this.redaction = redaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "checks";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.CHECKS);
    }

    @Override
    public void answer(Request request, Answer answer) {
        Room room = new Room(Phrases.in(request.language()), request.zone(), clock.instant());
        String named = String.join(" ", request.arguments());
        answer.show(
                named.isEmpty()
                        ? ChecksCard.of(room, redaction, checks.get())
                        : ChecksCard.named(room, redaction, checks.get(), named));
    }
}
