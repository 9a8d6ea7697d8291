package pikett.bot.command;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import pikett.alerts.outbox.Destination;
import pikett.alerts.pipeline.Storms;
import pikett.alerts.storm.Storm;
import pikett.bot.access.Rights;
import pikett.bot.access.Verdict;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.Room;
import pikett.bot.view.StormCard;
import pikett.config.Role;

/// A person fights the storm of this chat and needs no sound for a while. Nothing is taken by it: each
/// incident still waits for somebody.
public final class AwakeCommand implements ChatCommand {
    private final IncidentWays ways;
    private final Storms storms;
    private final Function<Destination, String> names;

    /// @param names what the configuration calls a destination
    public AwakeCommand(IncidentWays ways, Storms storms, Function<Destination, String> names) {
        this.ways = ways;
        this.storms = storms;
        this.names = names;
    }

    @Override
    public String name() {
        return "awake";
    }

    @Override
    public Role leastRole() {
        return Role.OPERATOR;
    }

    /// Empty: it is asked for on the card of a storm.
    @Override
    public Optional<Phrase> summary() {
        return Optional.empty();
    }

    @Override
    public void answer(Request request, Answer answer) {
        String chat = names.apply(answer.destination());
        Optional<Storm> storm =
                storms.active().stream().filter(each -> each.chat().equals(chat)).findFirst();
        if (storm.isEmpty()) {
            answer.show(StormCard.noStorm(Phrases.in(request.language())));
            return;
        }
        Optional<Verdict.NotYourService> refusal = refusal(request, storm.get());
        if (refusal.isPresent()) {
            IncidentWays.refuse(request, refusal.get(), answer);
            return;
        }
        Optional<Instant> silentUntil =
                ways.audit()
                        .around(
                                request,
                                new ActAudit.Act(name(), "storm " + chat),
                                () ->
                                        storms.awake(
                                                chat,
                                                storm.get().beganAt(),
                                                request.person().name()),
                                until ->
                                        until.map(time -> "silent until " + time)
                                                .orElse("was over"));
        Room room = ways.room(request);
        // The card itself says so, where the button was on it.
        if (!answer.besideIncident()) {
            answer.show(
                    silentUntil
                            .map(time -> StormCard.awake(room, time))
                            .orElseGet(() -> StormCard.noStorm(room.phrases())));
        }
    }

    /// Who may act on some services only must not turn the sound off for the others.
    private Optional<Verdict.NotYourService> refusal(Request request, Storm storm) {
        return storms.facts(storm).byService().keySet().stream()
                .filter(service -> !Rights.may(request.person(), Role.OPERATOR, service))
                .findFirst()
                .map(service -> new Verdict.NotYourService(request.person(), service));
    }
}
