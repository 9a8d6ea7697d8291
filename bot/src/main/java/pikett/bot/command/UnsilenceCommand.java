package pikett.bot.command;

import java.util.Optional;
import pikett.alerts.mute.SilenceId;
import pikett.alerts.pipeline.Silences;
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
            case WAS_OVER -> "was over";
            case UNKNOWN -> "no such silence";
        };
    }

    @Override
    public void answer(Request request, Answer answer) {
        Optional<Long> number = IncidentWays.number(request);
        if (number.isEmpty()) {
            answer.show(SilenceCards.list(ways.room(request), ways.silences().active()));
            return;
        }
        Phrases phrases = Phrases.in(request.language());
        Silences.Ending ending =
                ways.audit()
                        .around(
                                request,
                                new ActAudit.Act(name(), "silence " + number.get()),
                                () ->
                                        ways.silences()
                                                .end(
                                                        new SilenceId(number.get()),
                                                        request.person().name()),
                                UnsilenceCommand::end);
        answer.show(
                switch (ending) {
                    case ENDED -> IncidentWords.silenceOver(phrases, number.get());
                    case WAS_OVER -> IncidentWords.silenceWasOver(phrases, number.get());
                    case UNKNOWN -> IncidentWords.noSuchSilence(phrases);
                });
    }
}
