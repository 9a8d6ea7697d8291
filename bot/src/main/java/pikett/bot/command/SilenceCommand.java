package pikett.bot.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Silence;
import pikett.alerts.pipeline.SilenceRequest;
import pikett.alerts.pipeline.Silences;
import pikett.bot.access.Verdict;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.IncidentFacts;
import pikett.bot.view.IncidentWords;
import pikett.bot.view.SilenceCards;
import pikett.config.Role;

/// Hides for a time what an incident is about, `/silence 42 1h [why]`, or what bears the labels that are typed,
/// before it fires: `/silence host=prod-1 2h [why]`. Without a time, shows what would be hidden, and asks for
/// how long.
public final class SilenceCommand implements ChatCommand {
    /// What the data of a button has room for, beside the command and the time.
    private static final int LONGEST_ON_BUTTON = 40;

    private final IncidentWays ways;

    public SilenceCommand(IncidentWays ways) {
        this.ways = ways;
    }

    @Override
    public String name() {
        return "silence";
    }

    @Override
    public Role leastRole() {
        return Role.OPERATOR;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.SILENCE);
    }

    @Override
    public void answer(Request request, Answer answer) {
        Optional<Long> number = IncidentWays.number(request);
        Optional<Matchers> typed =
                request.arguments().stream().findFirst().flatMap(SilenceTerms::matchers);
        if (number.isPresent()) {
            ofIncident(number.get(), request, answer);
        } else if (typed.isPresent()) {
            ofLabels(typed.get(), request, answer);
        } else if (request.arguments().isEmpty()) {
            answer.show(ways.open(request));
        } else {
            answer.show(IncidentWords.howToSilence(Phrases.in(request.language())));
        }
    }

    private void ofLabels(Matchers matchers, Request request, Answer answer) {
        Optional<Verdict.NotYourService> refusal = IncidentWays.refusalOfTyped(request, matchers);
        if (refusal.isPresent()) {
            IncidentWays.refuse(request, refusal.get(), answer);
        } else {
            hide(request.arguments().getFirst(), matchers, request, answer);
        }
    }

    private void ofIncident(long number, Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        Optional<IncidentFacts> facts = ways.facts(new IncidentNumber(number));
        if (facts.isEmpty()) {
            answer.show(IncidentWords.noSuchIncident(phrases));
            return;
        }
        Optional<Verdict.NotYourService> refusal = IncidentWays.refusal(request, facts.get());
        if (refusal.isPresent()) {
            IncidentWays.refuse(request, refusal.get(), answer);
            return;
        }
        Matchers matchers = Hiding.of(facts.get().story());
        if (facts.get().story().incident().resolved() || matchers.all().isEmpty()) {
            answer.show(IncidentWords.nothingToHide(phrases, number));
            return;
        }
        hide(Long.toString(number), matchers, request, answer);
    }

    /// @param what as it was typed, or the number of the incident
    private void hide(String what, Matchers matchers, Request request, Answer answer) {
        Silences.Preview preview = ways.silences().preview(matchers);
        Optional<Verdict.NotYourService> refusal = IncidentWays.refusal(request, matchers, preview);
        if (refusal.isPresent()) {
            IncidentWays.refuse(request, refusal.get(), answer);
            return;
        }
        List<String> words = request.arguments();
        if (words.size() < 2 && what.length() <= LONGEST_ON_BUTTON) {
            answer.show(SilenceCards.choice(ways.room(request), what, preview));
            return;
        }
        Optional<Instant> until =
                words.stream()
                        .skip(1)
                        .findFirst()
                        .flatMap(word ->
                                SilenceTerms.until(
                                        word, ways.clock().instant().atZone(request.zone())));
        if (until.isEmpty()) {
            answer.show(IncidentWords.howToSilence(Phrases.in(request.language())));
            return;
        }
        SilenceRequest wish =
                new SilenceRequest(
                        matchers,
                        Optional.empty(),
                        until.get(),
                        request.person().name(),
                        String.join(" ", words.subList(2, words.size())),
                        Optional.of(answer.destination()));
        Silence made =
                ways.audit()
                        .around(
                                request,
                                new ActAudit.Act(name(), what, detail(wish)),
                                () -> ways.silences().silence(wish),
                                silence -> "silence " + silence.id().value());
        answer.show(SilenceCards.made(ways.room(request), made, preview));
    }

    private static Map<String, String> detail(SilenceRequest wish) {
        return Map.of(
                "matchers", wish.matchers().toString(),
                "until", wish.until().toString(),
                "reason", wish.reason());
    }
}
