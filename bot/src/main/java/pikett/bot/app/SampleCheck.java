package pikett.bot.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import pikett.alerts.alert.Status;
import pikett.alerts.inbound.Decoded;
import pikett.alerts.inbound.Decoder;
import pikett.alerts.inbound.Statement;
import pikett.alerts.label.AlertName;
import pikett.alerts.label.Labels;
import pikett.bot.card.OutsideText;
import pikett.config.SourceConfig;

/// `pikett check --sample`: what would come of a payload, without taking it.
final class SampleCheck {
    private final ConfigOption.Usable usable;
    private final PrintStream out;
    private final InstantSource clock;

    SampleCheck(ConfigOption.Usable usable, PrintStream out, InstantSource clock) {
        this.usable = usable;
        this.out = out;
        this.clock = clock;
    }

    /// Prints what the payload says, or what is wrong with it.
    ///
    /// @return whether it would be taken
    boolean understood(String source, Path file) {
        SourceConfig config = usable.config().inbound().sources().get(source);
        if (config == null) {
            return fails(
                    "there is no source %s; inbound.sources has %s"
                            .formatted(source, usable.config().inbound().sources().keySet()));
        }
        try {
            if (Files.size(file) > config.maxBytes()) {
                return fails(
                        "%s is longer than the %d bytes that this source may send"
                                .formatted(file, config.maxBytes()));
            }
            return shown(
                    new Decoder(source, config.payload(), UnaryOperator.identity())
                            .decode(Files.readAllBytes(file), clock.instant()));
        } catch (IOException e) {
            return fails("%s cannot be read (%s)".formatted(file, e.getClass().getSimpleName()));
        }
    }

    private boolean shown(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Refused refused -> fails(refused.why());
            case Decoded.Understood understood -> {
                understood.statements().stream()
                        .filter(SampleCheck::saysSomething)
                        .forEach(this::show);
                understood.strangeSeverities().stream()
                        .sorted()
                        .forEach(word -> line("note", word + " is no severity we know: a warning"));
                understood.refused().forEach(this::fails);
                yield understood.refused().isEmpty();
            }
        };
    }

    /// That nothing is left out is what one expects.
    private static boolean saysSomething(Statement statement) {
        return statement.status() == Status.FIRING
                || !AlertName.of(statement.labels())
                        .equals(Optional.of(AlertName.ALERTS_NOT_LISTED));
    }

    private void show(Statement statement) {
        out.println("%s, %s".formatted(word(statement.status()), word(statement.severity())));
        line(
                "title",
                statement.account().title().orElse(statement.labels().get(Labels.ALERT_NAME)));
        line(
                "labels",
                statement.labels().asMap().entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(", ")));
        line("since", statement.startsAt().map(Object::toString).orElse("it is first heard of"));
        List<Optional<String>> more =
                List.of(
                        statement.account().summary(),
                        statement.account().description(),
                        statement.account().runbook(),
                        statement.account().link());
        more.forEach(text -> text.ifPresent(said -> line("more", said)));
        if (statement.account().unlisted() > 0) {
            line("unlisted", Long.toString(statement.account().unlisted()));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// What others wrote must not command the terminal.
    private void line(String name, String text) {
        String safe = OutsideText.inline(usable.redactor().redact(text));
        out.println("  %-9s%s".formatted(name, safe));
    }

    private boolean fails(String why) {
        out.println(OutsideText.inline(usable.redactor().redact(why)));
        return false;
    }
}
