package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.bot.language.Phrases;
import pikett.bot.language.PluralForm;
import pikett.config.Language;

/// Every cause can be said in every language, with everything that belongs to it.
final class ReasonTextTest {
    private static final Instant NOW = Instant.parse("2026-11-03T14:07:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-03T15:37:00Z");

    private static ReasonText in(Language language) {
        return new ReasonText(Phrases.in(language), ZoneOffset.UTC, NOW);
    }

    private static Detail sample(String placeholder, long number) {
        return switch (placeholder) {
            case "time" -> Detail.span(Duration.ofMinutes(4));
            case "until" -> Detail.moment(UNTIL);
            case "n" -> Detail.count(number);
            case "reason" -> Detail.inner(Reason.told("inner-words"));
            default -> Detail.text("<" + placeholder + ">");
        };
    }

    private static Reason sample(Cause cause, long number) {
        Detail[] details =
                cause.placeholders().stream()
                        .map(placeholder -> sample(placeholder, number))
                        .toArray(Detail[]::new);
        return Reason.of(cause, details);
    }

    static Stream<Arguments> causesInLanguages() {
        return Arrays.stream(Cause.values())
                .flatMap(cause ->
                        Arrays.stream(Language.values())
                                .map(language -> Arguments.of(cause, language)));
    }

    @ParameterizedTest
    @MethodSource("causesInLanguages")
    void everyCauseIsSaidWithAllThatBelongsToIt(Cause cause, Language language) {
        for (long number : new long[] {0, 1, 2, 5, 21}) {
            String said = in(language).say(sample(cause, number));

            for (String placeholder : cause.placeholders()) {
                switch (placeholder) {
                    case "time" -> assertThat(said).containsPattern("4.(min|мин)");
                    case "until" -> assertThat(said).contains("15:37");
                    case "n" -> assertThat(said).contains(Long.toString(number));
                    case "reason" -> assertThat(said).contains("inner-words");
                    default -> assertThat(said).contains("<" + placeholder + ">");
                }
            }
            if (language == Language.RU && cause != Cause.TOLD) {
                assertThat(said).as("Cyrillic").containsPattern("[а-яА-Я]");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void theEnglishOfTheChatIsThatOfTheLogs(Cause cause) {
        boolean spoken = cause.placeholders().contains("until");
        for (long number : new long[] {1, 2}) {
            Reason reason = sample(cause, number);
            String english =
                    spoken ? reason.english().replace(UNTIL.toString(), "15:37") : reason.english();
            assertThat(in(Language.EN).say(reason)).isEqualTo(english);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCatalogueHoldsNothingElse(Language language) {
        Set<String> expected = new HashSet<>();
        for (Cause cause : Cause.values()) {
            String key = new ReasonPhrase(cause).key();
            if (cause.placeholders().contains("n")) {
                PluralForm.all(language)
                        .forEach(form ->
                                expected.add(key + "." + form.name().toLowerCase(Locale.ROOT)));
            } else {
                expected.add(key);
            }
        }
        assertThat(keys(language)).isEqualTo(expected);
    }

    private static Set<String> keys(Language language) {
        Path file =
                Path.of(
                        "src/main/resources/pikett/bot/language",
                        "reason." + language.name().toLowerCase(Locale.ROOT) + ".properties");
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames();
    }

    @Test
    void saysWhoRefusedInTheLanguageOfThePerson() {
        Reason refused = sample(Cause.CONNECTION_REFUSED, 0);

        assertThat(Stream.of(Language.values()).map(language -> in(language).say(refused)))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.contains("<place>"));
    }

    @Test
    void quotesWhatTheFarSideSaidAndAddsWhatElseIsKnown() {
        Reason reason =
                Reason.of(Cause.UNIT_NOT_STARTED)
                        .and(
                                Optional.of(
                                        Reason.of(
                                                Cause.LAST_END,
                                                Detail.inner(
                                                        Reason.of(Cause.EXIT, Detail.number(1))))))
                        .said("words {n}");

        assertThat(in(Language.DE).say(reason))
                .isEqualTo("die Unit ist nicht gestartet, zuletzt Exit-Code 1: words {n}");
        assertThat(List.of(in(Language.RU).say(reason)))
                .containsExactly("юнит не запущен, в прошлый раз: код завершения 1: words {n}");
    }
}
