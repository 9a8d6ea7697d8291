package pikett.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pikett.adapters.host.ShellResult;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.reason.Reason;
import pikett.alerts.alert.Facts;
import pikett.alerts.check.Eye;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Truth;
import pikett.alerts.check.Unread;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Values;
import pikett.bot.command.Targets;
import pikett.bot.evidence.FoldedLine;
import pikett.bot.evidence.LogFold;
import pikett.bot.evidence.ProcessFacts;
import pikett.bot.language.Phrases;
import pikett.bot.view.ReasonText;
import pikett.config.Language;

/// Looks at a service as its supervisor sees it; of one that is not well, also at the end of its log.
final class ServiceEye implements Eye {
    private static final int LINES = 200;
    private static final int MOST_ERRORS = 3;
    private static final int LONGEST_LINE = 300;
    private static final Levels BAD = new Levels(Truth.HOLDS, Truth.HOLDS);

    private final Targets.ServiceTarget service;
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;

    /// @param redaction takes secrets out of a text; used before anything is cut or folded
    ServiceEye(
            Targets.ServiceTarget service, UnaryOperator<String> redaction, InstantSource clock) {
        this.service = service;
        this.redaction = redaction;
        this.clock = clock;
    }

    @Override
    public Sighting look(Instant deadline) {
        Instant begun = clock.instant();
        ProcessReading reading = service.supervisor().read();
        return switch (reading.state()) {
            case UP -> seen(begun, Levels.CLEAR, Levels.CLEAR, Facts.NONE);
            // It comes up, or is about to fail again: what was so is so until that is known.
            case STARTING -> seen(begun, Levels.UNKNOWN, Levels.UNKNOWN, Facts.NONE);
            case STOPPED, FAILED -> seen(begun, BAD, Levels.CLEAR, facts(reading));
            case LOOPING -> seen(begun, Levels.CLEAR, BAD, facts(reading));
            case UNKNOWN -> Sighting.unread(clock.instant(), since(begun), Unread.UNREADABLE);
        };
    }

    private Sighting seen(Instant begun, Levels down, Levels looping, Facts facts) {
        return Sighting.of(
                new Reading.Known(clock.instant(), since(begun), new Values(Map.of())),
                true,
                List.of(
                        new Finding(labels("ServiceDown"), down, facts),
                        new Finding(labels("RestartLoop"), looping, facts)));
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, clock.instant());
    }

    private Labels labels(String alert) {
        return Labels.of(
                Map.of(
                        Labels.ALERT_NAME, alert,
                        Labels.SERVICE, service.name(),
                        Labels.HOST, service.host()));
    }

    private Facts facts(ProcessReading reading) {
        return new ProcessFacts(worded(reading.reason()), worded(reading.lastExit()), errors())
                .facts();
    }

    private Map<Language, String> worded(Optional<Reason> reason) {
        Map<Language, String> worded = new EnumMap<>(Language.class);
        reason.ifPresent(why -> {
            for (Language language : Language.values()) {
                ReasonText text =
                        new ReasonText(Phrases.in(language), ZoneOffset.UTC, clock.instant());
                worded.put(language, redaction.apply(text.say(why)));
            }
        });
        return worded;
    }

    /// None when the log cannot be read: the card says what is known without it.
    private List<FoldedLine> errors() {
        if (!(service.supervisor().logs(LINES) instanceof ShellResult.Done done)
                || !done.succeeded()) {
            return List.of();
        }
        String log = redaction.apply(done.output().standard() + "\n" + done.output().error());
        return LogFold.fold(log.lines().toList()).stream()
                .filter(FoldedLine::error)
                .limit(MOST_ERRORS)
                .map(line -> new FoldedLine(cut(line.text()), line.times(), true))
                .toList();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_LINE));
    }
}
