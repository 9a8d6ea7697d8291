package pikett.bot.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.ProcessState;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.bot.access.Person;
import pikett.bot.language.Phrases;
import pikett.bot.view.HostPart.ServiceLine;
import pikett.config.Language;
import pikett.config.PersonConfig;
import pikett.config.Role;

/// People and facts for the tests of cards.
final class Facts {
    static final Instant NOW = Instant.parse("2026-11-20T13:07:09Z");

    /// Names that try to be more than names.
    static final List<String> HOSTILE =
            List.of(
                    "_*[<&`~",
                    "🔥-emoji-❤️",
                    "שרת-ראשי",
                    "evil\u202Egnp.exe",
                    "two\nlines",
                    "x".repeat(300),
                    "ы".repeat(70),
                    "$(touch x)");

    private Facts() {}

    static Viewer viewer(Language language, Role role) {
        return new Viewer(
                new Person("anna", new PersonConfig(111, role, Optional.of(language), List.of())),
                Phrases.in(language),
                ZoneId.of("Europe/Berlin"),
                NOW);
    }

    static ServiceLine service(String name, ProcessState state) {
        return new ServiceLine(name, reading(state));
    }

    static ProcessReading reading(ProcessState state) {
        return switch (state) {
            case UP ->
                    reading(state, Optional.empty(), Duration.ofHours(75), 1, 0, Optional.empty());
            case STARTING ->
                    reading(state, Optional.empty(), Duration.ofSeconds(3), 2, 1, Optional.empty());
            case LOOPING ->
                    reading(
                            state,
                            Optional.of(
                                    Reason.of(
                                                    Cause.RESTARTS_WITHIN,
                                                    Detail.count(16),
                                                    Detail.span(Duration.ofMinutes(2)))
                                            .and(
                                                    Optional.of(
                                                            Reason.of(
                                                                    Cause.LAST_END,
                                                                    Detail.inner(exit(1)))))),
                            Duration.ofSeconds(4),
                            283,
                            16,
                            Optional.of(exit(1)));
            case FAILED ->
                    reading(
                            state,
                            Optional.of(
                                    Reason.of(Cause.ENDED_WITH_ERROR)
                                            .and(
                                                    Optional.of(
                                                            Reason.of(
                                                                    Cause.LAST_END,
                                                                    Detail.inner(exit(203)))))),
                            Duration.ZERO,
                            0,
                            0,
                            Optional.of(exit(203)));
            case STOPPED -> reading(state, Optional.empty(), Duration.ZERO, 0, 0, Optional.empty());
            case UNKNOWN ->
                    ProcessReading.unknown(
                            Reason.of(
                                    Cause.TOOL_NOT_STARTED,
                                    Detail.text("pm2"),
                                    Detail.inner(Reason.told("pm2: command not found"))),
                            NOW);
        };
    }

    private static Reason exit(int code) {
        return Reason.of(Cause.EXIT, Detail.number(code));
    }

    private static ProcessReading reading(
            ProcessState state,
            Optional<Reason> reason,
            Duration uptime,
            int restarts,
            int lately,
            Optional<Reason> exit) {
        boolean runs = uptime.isPositive();
        return new ProcessReading(
                state,
                reason,
                runs ? Optional.of(uptime) : Optional.empty(),
                OptionalInt.of(restarts),
                OptionalInt.of(lately),
                runs ? OptionalDouble.of(0.4) : OptionalDouble.empty(),
                runs ? OptionalLong.of(222_298_112) : OptionalLong.empty(),
                exit,
                OptionalInt.of(2),
                NOW);
    }
}
