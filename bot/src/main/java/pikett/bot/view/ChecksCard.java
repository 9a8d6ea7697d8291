package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pikett.alerts.check.CheckState;
import pikett.alerts.check.Sighting;
import pikett.alerts.scheduler.CheckView;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// All checks: what fires first, then by name, each with the age of its last look.
public final class ChecksCard {
    private static final int MOST = 40;
    private static final int LONGEST_NAME = 60;

    private ChecksCard() {}

    public static Card of(Room room, List<CheckView> checks) {
        Phrases phrases = room.phrases();
        RichTextBuilder text = new RichTextBuilder();
        if (checks.isEmpty()) {
            text.say(phrases, IncidentPhrase.NO_CHECKS);
        } else {
            text.count(phrases, IncidentPhrase.CHECKS_LIST, checks.size()).line();
        }
        checks.stream()
                .sorted((one, other) ->
                        Boolean.compare(
                                firingSince(other).isPresent(), firingSince(one).isPresent()))
                .limit(MOST)
                .forEach(check -> text.value(line(room, check)).line());
        return new Card(text.build(), List.of(), Optional.empty());
    }

    private static Optional<Instant> firingSince(CheckView check) {
        return check.states().values().stream()
                .filter(CheckState::firing)
                .flatMap(state -> state.firingSince().stream())
                .min(Instant::compareTo);
    }

    private static String line(Room room, CheckView view) {
        Phrases phrases = room.phrases();
        var check = arg("check", CardLimits.cut(view.check().id(), LONGEST_NAME));
        Optional<Instant> firing = firingSince(view);
        if (firing.isPresent()) {
            return phrases.text(
                    IncidentPhrase.CHECK_FIRES, check, arg("time", room.time(firing.get())));
        }
        if (view.last().isEmpty()) {
            return phrases.text(IncidentPhrase.CHECK_NOT_YET, check);
        }
        Sighting last = view.last().get();
        String age = phrases.figures().duration(Duration.between(last.at(), room.now()));
        return phrases.text(
                last.unread().isPresent()
                        ? IncidentPhrase.CHECK_NOT_READ
                        : IncidentPhrase.CHECK_WELL,
                check,
                arg("span", age));
    }
}
