package pikett.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Silence;
import pikett.alerts.pipeline.SilenceRequest;
import pikett.alerts.pipeline.Silences;
import pikett.bot.access.Verdict;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.AlertsCard;
import pikett.bot.view.IncidentFacts;
import pikett.bot.view.IncidentWords;
import pikett.bot.view.SilenceCards;
import pikett.config.Role;

/// Hides what an incident is about, for a time: `/silence 42 1h [why]`. Without a time, shows what would be
/// hidden, and asks for how long.
public final class SilenceCommand implements ChatCommand {
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

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,4})([mhd])");

    @Override
    public void answer(Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        Optional<Long> number = IncidentWays.number(request);
        if (number.isEmpty()) {
            answer.show(
                    request.arguments().isEmpty()
                            ? AlertsCard.of(ways.room(request), ways.open())
                            : IncidentWords.howToSilence(phrases));
            return;
        }
        Optional<IncidentFacts> facts = ways.facts(new IncidentNumber(number.get()));
        if (facts.isEmpty()) {
            answer.show(IncidentWords.noSuchIncident(phrases));
            return;
        }
        Optional<Verdict.NotYourService> refusal = IncidentWays.refusal(request, facts.get());
        if (refusal.isPresent()) {
            IncidentWays.refuse(request, refusal.get(), answer);
        } else {
            silence(number.get(), facts.get(), request, answer);
        }
    }

    private void silence(long number, IncidentFacts facts, Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        Matchers matchers = Hiding.of(facts.story());
        if (facts.story().incident().resolved() || matchers.all().isEmpty()) {
            answer.show(IncidentWords.nothingToHide(phrases, number));
            return;
        }
        Silences.Preview preview = ways.silences().preview(matchers);
        Optional<Verdict.NotYourService> refusal = IncidentWays.refusal(request, matchers, preview);
        if (refusal.isPresent()) {
            IncidentWays.refuse(request, refusal.get(), answer);
            return;
        }
        if (request.arguments().size() < 2) {
            answer.show(SilenceCards.choice(ways.room(request), number, preview));
            return;
        }
        Optional<Instant> until = until(request);
        if (until.isEmpty()) {
            answer.show(IncidentWords.howToSilence(phrases));
            return;
        }
        List<String> words = request.arguments();
        SilenceRequest wish =
                new SilenceRequest(
                        matchers,
                        until.get(),
                        request.person().name(),
                        String.join(" ", words.subList(2, words.size())),
                        Optional.of(answer.destination()));
        Silence made =
                ways.audit()
                        .around(
                                request,
                                new ActAudit.Act(name(), "#" + number, detail(wish)),
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

    private Optional<Instant> until(Request request) {
        Instant now = ways.clock().instant();
        String word = request.arguments().get(1);
        if (word.equals("morning")) {
            ZonedDateTime here = now.atZone(request.zone());
            ZonedDateTime today = here.with(MORNING);
            return Optional.of((today.isAfter(here) ? today : today.plusDays(1)).toInstant());
        }
        Matcher span = SPAN.matcher(word);
        if (!span.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(span.group(1));
        Duration length =
                switch (span.group(2)) {
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                };
        return Optional.of(length)
                .filter(time -> time.isPositive() && time.compareTo(LONGEST) <= 0)
                .map(now::plus);
    }
}
