package pikett.bot.command;

import java.util.Optional;
import pikett.alerts.mute.SilenceId;
import pikett.alerts.pipeline.Silences;
import pikett.bot.access.Verdict;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.IncidentWords;
import pikett.bot.view.SilenceCards;
import pikett.config.Role;

/// Ends a silence before its time.
public final class UnsilenceCommand implements ChatCommand {
    private final IncidentWays ways;

    public UnsilenceCommand(IncidentWays ways) {
        this.ways = ways;
    }

    @Override
    public String name() {
        return "unsilence";
    }

    @Override
    public Role leastRole() {
        return Role.OPERATOR;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.empty();
    }

    private static String end(Silences.Ending ending) {
        return switch (ending) {
            case ENDED -> "ended";
            case NEVER_BEGAN -> "taken back before it began";
            case WAS_OVER -> "was over";
            case UNKNOWN -> "no such silence";
        };
    }

    @Override
    public void answer(Request request, Answer answer) {
        Optional<Long> number = IncidentWays.number(request);
        if (number.isEmpty()) {
            answer.show(SilenceCards.list(ways.room(request), ways.silences().current()));
            return;
        }
        SilenceId id = new SilenceId(number.get());
        Optional<Verdict.NotYourService> refusal = refusal(request, id);
        if (refusal.isPresent()) {
            IncidentWays.refuse(request, refusal.get(), answer);
        } else {
            end(id, request, answer);
        }
    }

    /// Whoever may not act on a service may not have it heard again either, whoever hid it.
    private Optional<Verdict.NotYourService> refusal(Request request, SilenceId id) {
        return ways.silences()
                .find(id)
                .filter(silence -> !silence.over(ways.clock().instant()))
                .flatMap(silence ->
                        IncidentWays.refusalOfEnd(
                                request, silence, ways.silences().preview(silence.matchers())));
    }

    private void end(SilenceId id, Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        Silences.Ending ending =
                ways.audit()
                        .around(
                                request,
                                new ActAudit.Act(name(), "silence " + id.value()),
                                () -> ways.silences().end(id, request.person().name()),
                                UnsilenceCommand::end);
        answer.show(
                switch (ending) {
                    case ENDED -> IncidentWords.silenceOver(phrases, id.value());
                    case NEVER_BEGAN -> IncidentWords.silenceDropped(phrases, id.value());
                    case WAS_OVER -> IncidentWords.silenceWasOver(phrases, id.value());
                    case UNKNOWN -> IncidentWords.noSuchSilence(phrases);
                });
    }
}
