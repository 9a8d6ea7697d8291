package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pikett.alerts.label.AlertName;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Value;
import pikett.alerts.rule.Because;
import pikett.alerts.rule.Because.Told;
import pikett.alerts.rule.Because.Unit;
import pikett.bot.language.Phrases;
import pikett.config.Language;

/// What alerts say: every one in every language, with what it is about and the values that decided.
final class AlertTextTest {
    private static final Labels EVERYTHING =
            Labels.of(
                    Map.of(
                            Labels.SERVICE,
                            "the-thing",
                            Labels.HOST,
                            "the-thing",
                            Labels.QUEUE,
                            "the-thing",
                            Labels.CHECK,
                            "the-thing",
                            Labels.HEARTBEAT,
                            "the-thing",
                            "source",
                            "the-thing",
                            Labels.MOUNT,
                            "/var"));

    @ParameterizedTest
    @EnumSource(AlertName.class)
    void everyAlertSaysWhatItIsAboutInEveryLanguageAndWhenItIsOver(AlertName name) {
        Labels labels = EVERYTHING.with(Labels.ALERT_NAME, name.text());
        for (Language language : Language.values()) {
            String fires = IncidentText.title(Phrases.in(language), labels, false);
            String over = IncidentText.title(Phrases.in(language), labels, true);
            assertThat(fires).isNotEqualTo(over);
            if (name != AlertName.PIKETT_BLIND) {
                assertThat(fires).contains("the-thing");
                assertThat(over).contains("the-thing");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCatalogueHoldsNothingElse(Language language) throws IOException {
        Set<String> expected = new HashSet<>();
        for (AlertName name : AlertName.values()) {
            expected.add(new AlertPhrase(name, false).key());
            expected.add(new AlertPhrase(name, true).key());
        }
        String file = "alert." + language.name().toLowerCase(Locale.ROOT) + ".properties";
        Properties texts = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/pikett/bot/language", file))) {
            texts.load(reader);
        }
        assertThat(texts.stringPropertyNames()).isEqualTo(expected);
    }

    @Test
    void valuesAreToldInTheUnitsOfTheirLimits() {
        assertThat(
                        line(
                                told("waiting", new Value.Quantity(162), Unit.PLAIN, "> 100"),
                                told("disk('/')", new Value.Quantity(0.974), Unit.SHARE, "> 95%"),
                                told("oldest", new Value.Quantity(660), Unit.SECONDS, "> 10m"),
                                told(
                                        "memory",
                                        new Value.Quantity(1 << 29),
                                        Unit.BYTES,
                                        "> 256MiB")))
                .contains(
                        "waiting 162 > 100 · disk('/') 97 % > 95% · oldest 11 min > 10m · memory 512 MiB"
                                + " > 256MiB");
    }

    @Test
    void whatMustBeEqualIsSaidOnceAndWhatIsOnlyTrueNotAtAll() {
        assertThat(
                        line(
                                told(
                                        "body.status",
                                        new Value.Text("unhealthy"),
                                        Unit.PLAIN,
                                        "== 'unhealthy'")))
                .contains("body.status unhealthy");
        assertThat(line(new Told("failed", new Value.Flag(true), Unit.PLAIN, Optional.empty())))
                .isEmpty();
    }

    @Test
    void noNumberThatAProgramPrintsBreaksTheLine() {
        for (double number : new double[] {1e300, -1e300, Double.POSITIVE_INFINITY, Double.NaN}) {
            for (Unit unit : Unit.values()) {
                assertThat(line(told("value", new Value.Quantity(number), unit, "> 1")))
                        .isPresent();
            }
        }
        assertThat(
                        line(
                                told(
                                        "x".repeat(9999),
                                        new Value.Text("y".repeat(9999)),
                                        Unit.PLAIN,
                                        "!= 'z'")))
                .hasValueSatisfying(line -> assertThat(line).hasSizeLessThanOrEqualTo(200));
    }

    private static Optional<String> line(Told... values) {
        return BecauseText.of(Phrases.in(Language.EN), new Because(List.of(values)));
    }

    private static Told told(String name, Value value, Unit unit, String limit) {
        return new Told(name, value, unit, Optional.of(limit));
    }
}
