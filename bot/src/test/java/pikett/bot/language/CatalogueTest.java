package pikett.bot.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.config.Language;

/// Keeps the catalogue complete in every language, for all phrases of the whole module.
final class CatalogueTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("pikett.bot");

    static Stream<JavaClass> areas() {
        List<JavaClass> areas =
                CLASSES.stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Phrase.class))
                        .toList();
        assertThat(areas).isNotEmpty();
        return areas.stream();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyPhraseStandsInEveryLanguageAndNothingElseDoes(JavaClass area) {
        for (Language language : Language.values()) {
            Set<String> expected = new TreeSet<>();
            for (Phrase phrase : phrases(area)) {
                expected.addAll(keys(phrase, language));
            }
            assertThat(texts(area, language).keySet())
                    .as("%s in %s", area.getSimpleName(), language)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void aPhraseHasTheSamePlaceholdersInEveryLanguageAndForm(JavaClass area) {
        for (Phrase phrase : phrases(area)) {
            Set<Set<String>> seen =
                    Stream.of(Language.values())
                            .flatMap(language ->
                                    keys(phrase, language).stream()
                                            .map(key -> texts(area, language).get(key)))
                            .map(text -> placeholders(String.valueOf(text)))
                            .collect(Collectors.toSet());
            assertThat(seen).as("placeholders of %s", phrase).hasSize(1);
            assertThat(seen.iterator().next()).allMatch(name -> name.matches("[a-z]+"));
            assertThat(isCounted(phrase) && !seen.iterator().next().contains("n"))
                    .as("%s has plural forms and no {n}", phrase)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void noTextIsEmptyOrForgottenInEnglish(JavaClass area) {
        for (Language language : Language.values()) {
            texts(area, language).forEach((key, text) -> assertThat(text).as(key).isNotBlank());
        }
        assertThat(
                        texts(area, Language.RU).values().stream()
                                .filter(CatalogueTest::isLatinSentence))
                .as("sentences without a Cyrillic letter in %s", area.getSimpleName())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyPhraseIsSaidSomewhere(JavaClass area) {
        Set<String> used =
                area.getFieldAccessesToSelf().stream()
                        .filter(access -> !isOwnSetUp(access.getOrigin(), area))
                        .map(access -> access.getTarget().getName())
                        .collect(Collectors.toSet());
        assertThat(used).containsAll(phrases(area).stream().map(Phrase::name).toList());
    }

    @Test
    void aValueIsNeverReadAsATemplate() {
        assertThat(Phrases.in(Language.EN).text(FiguresPhrase.PERCENT, Arg.arg("n", "{n}$1\\{x}")))
                .isEqualTo("{n}$1\\{x} %");
    }

    @Test
    void aWrongPlaceholderIsAnError() {
        Phrases english = Phrases.in(Language.EN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.text(FiguresPhrase.PERCENT))
                .withMessageContaining("{n}");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        english.text(
                                FiguresPhrase.PERCENT, Arg.arg("n", "1"), Arg.arg("other", "2")));
    }

    /// What the compiler makes for every enum touches all of its constants.
    private static boolean isOwnSetUp(JavaCodeUnit origin, JavaClass area) {
        return origin.getOwner().equals(area)
                && (origin.getName().equals("<clinit>") || origin.getName().equals("$values"));
    }

    private static Set<String> keys(Phrase phrase, Language language) {
        if (!isCounted(phrase)) {
            return Set.of(phrase.key());
        }
        Set<PluralForm> forms = EnumSet.noneOf(PluralForm.class);
        forms.addAll(PluralForm.all(language));
        return forms.stream().map(form -> phrase.key() + form.suffix()).collect(Collectors.toSet());
    }

    /// English decides which phrases are about a number.
    private static boolean isCounted(Phrase phrase) {
        return Catalogue.read(phrase.area(), Language.EN).containsKey(phrase.key() + ".other");
    }

    private static boolean isLatinSentence(String text) {
        String words = PLACEHOLDER.matcher(text).replaceAll("");
        return words.matches("(?s).*[A-Za-z]{2,}\\s+[A-Za-z]{2,}.*")
                && !words.matches("(?s).*[а-яА-Я].*");
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> texts(JavaClass area, Language language) {
        return Catalogue.read(phrases(area).getFirst().area(), language);
    }

    private static List<Phrase> phrases(JavaClass area) {
        return Stream.of(area.reflect().getEnumConstants()).map(Phrase.class::cast).toList();
    }
}
