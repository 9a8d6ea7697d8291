package pikett.bot.language;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.config.Language;

/// The catalogue in one language.
///
/// Safe for use by many threads. Values are put in once and never read as templates.
public final class Phrases {
    private static final Map<Language, Phrases> ALL = new EnumMap<>(Language.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Phrases(language));
        }
    }

    private final Language language;
    private final Figures figures;
    private final Map<String, Map<String, String>> areas = new ConcurrentHashMap<>();

    private Phrases(Language language) {
        this.language = language;
        this.figures = new Figures(this);
    }

    /// The catalogue in this language.
    public static Phrases in(Language language) {
        Phrases phrases = ALL.get(language);
        if (phrases == null) {
            throw new IllegalStateException("no catalogue for " + language);
        }
        return phrases;
    }

    /// The language.
    public Language language() {
        return language;
    }

    /// How numbers, durations, sizes and times are written.
    public Figures figures() {
        return figures;
    }

    /// The text of the phrase.
    ///
    /// @throws IllegalArgumentException when a placeholder has no value, or a value no placeholder
    public String text(Phrase phrase, Arg... args) {
        return fill(phrase, template(phrase, phrase.key()), args);
    }

    /// The text of a phrase about a number, which stands at `{n}`.
    public String count(Phrase phrase, long number, Arg... args) {
        Arg[] all = new Arg[args.length + 1];
        System.arraycopy(args, 0, all, 1, args.length);
        all[0] = new Arg("n", figures.number(number));
        String key = phrase.key() + PluralForm.of(language, number).suffix();
        return fill(phrase, template(phrase, key), all);
    }

    private String template(Phrase phrase, String key) {
        Map<String, String> area =
                areas.computeIfAbsent(phrase.area(), name -> Catalogue.read(name, language));
        String template = area.get(key);
        if (template == null) {
            throw new IllegalArgumentException(
                    "no phrase " + key + " in " + Catalogue.path(phrase.area(), language));
        }
        return template;
    }

    private static String fill(Phrase phrase, String template, Arg... args) {
        int used = 0;
        StringBuilder text = new StringBuilder(template.length() + 32);
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int end = 0;
        while (placeholder.find()) {
            text.append(template, end, placeholder.start());
            text.append(value(phrase, placeholder.group(1), args));
            end = placeholder.end();
            used++;
        }
        if (used < args.length) {
            throw new IllegalArgumentException(phrase + " has no place for all of its values");
        }
        return text.append(template, end, template.length()).toString();
    }

    private static String value(Phrase phrase, String name, Arg... args) {
        for (Arg arg : args) {
            if (arg.name().equals(name)) {
                return arg.value();
            }
        }
        throw new IllegalArgumentException(phrase + " needs a value for {" + name + "}");
    }
}
