package pikett.bot.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.TestCard;
import pikett.config.Role;

/// Sends a message the way all others go, and says how long it took.
public final class TestCommand implements ChatCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstantSource clock;

    public TestCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Role leastRole() {
        return Role.OPERATOR;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.TEST);
    }

    @Override
    public void answer(Request request, Answer answer) {
        answer.show(TestCard.sending(Phrases.in(request.language())));
        Optional<Duration> took = answer.awaitArrival(PATIENCE);
        answer.show(TestCard.result(Asked.viewer(request, clock.instant()), took, PATIENCE));
    }
}
