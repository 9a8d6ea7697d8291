package pikett.bot.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.bot.telegram.CallFailure;
import pikett.bot.telegram.CallResult;
import pikett.bot.telegram.Greeting;
import pikett.bot.telegram.Introductions;

/// Who has introduced himself so far. Each person and each group is met once.
final class Meeting {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LISTENING = Duration.ofSeconds(20);
    private static final int CONFLICT = 409;

    private final Introductions introductions;
    private final Questions questions;
    private final InstantSource clock;
    private final Explanation explanation;
    private final AccountStep.Bot bot;
    private final Map<Long, Greeting.Person> people = new LinkedHashMap<>();
    private final Map<Long, Greeting.Group> groups = new LinkedHashMap<>();
    private final List<Long> met = new ArrayList<>();

    Meeting(
            Introductions introductions,
            Questions questions,
            InstantSource clock,
            Explanation explanation,
            AccountStep.Bot bot) {
        this.introductions = introductions;
        this.questions = questions;
        this.clock = clock;
        this.explanation = explanation;
        this.bot = bot;
    }

    /// The next person who has written.
    Greeting.Person person() throws SetupEndedException {
        return next(people, "Nobody has written to the bot yet.");
    }

    /// The next group in which the bot is.
    Greeting.Group group() throws SetupEndedException {
        return next(groups, "The bot has heard of no group yet.");
    }

    private <T> T next(Map<Long, T> greetings, String nothing) throws SetupEndedException {
        Instant until = clock.instant().plus(PATIENCE);
        while (true) {
            Optional<Map.Entry<Long, T>> waiting =
                    greetings.entrySet().stream()
                            .filter(entry -> !met.contains(entry.getKey()))
                            .findFirst();
            if (waiting.isPresent()) {
                met.add(waiting.get().getKey());
                return waiting.get().getValue();
            }
            if (clock.instant().isAfter(until)) {
                questions.pause(nothing + " Press Enter to wait on, or Ctrl-C to leave. ");
                until = clock.instant().plus(PATIENCE);
            }
            hear();
        }
    }

    private void hear() throws SetupEndedException {
        switch (introductions.hear(LISTENING)) {
            case CallResult.Done<List<Greeting>>(List<Greeting> greetings) ->
                    greetings.forEach(this::note);
            case CallResult.Failed<List<Greeting>>(CallFailure.Refused refused)
                    when refused.code() == CONFLICT ->
                    questions.pause(
                            "Somebody else reads what this bot hears: another Pikett, or another program with this token. End it there, then press Enter. ");
            case CallResult.Failed<List<Greeting>>(CallFailure failure) ->
                    questions.pause(
                            "Telegram: %s. Press Enter to try again. "
                                    .formatted(explanation.of(bot.endpoint(), failure)));
        }
    }

    private void note(Greeting greeting) {
        switch (greeting) {
            case Greeting.Person person -> people.putIfAbsent(person.id(), person);
            // Who writes in a topic says more than that the bot was brought there.
            case Greeting.Group group -> groups.merge(group.id(), group, Meeting::better);
            case Greeting.Moved(long from, long to) ->
                    Optional.ofNullable(groups.remove(from))
                            .ifPresent(group -> groups.putIfAbsent(to, moved(group, to)));
        }
    }

    private static Greeting.Group better(Greeting.Group old, Greeting.Group now) {
        return now.topic().isPresent() || old.topic().isEmpty() ? now : old;
    }

    private static Greeting.Group moved(Greeting.Group group, long to) {
        return new Greeting.Group(
                to, group.title(), group.topic(), group.byPerson(), group.byName());
    }
}
