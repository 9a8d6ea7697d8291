package pikett.bot.language;

import java.util.Locale;
import java.util.Set;
import pikett.config.Language;

/// The form of a phrase that a whole number asks for, as Unicode CLDR names them.
public enum PluralForm {
    /// 1 restart, 1 Neustart, 21 перезапуск.
    ONE,
    /// 3 перезапуска: Russian only.
    FEW,
    /// 5 перезапусков: Russian only.
    MANY,
    /// All other numbers, in languages with two forms.
    OTHER;

    /// The form for the number.
    public static PluralForm of(Language language, long number) {
        return switch (language) {
            case EN, DE -> number == 1 ? ONE : OTHER;
            case RU -> russian(Math.abs(number));
        };
    }

    /// The forms that a language has.
    public static Set<PluralForm> all(Language language) {
        return switch (language) {
            case EN, DE -> Set.of(ONE, OTHER);
            case RU -> Set.of(ONE, FEW, MANY);
        };
    }

    /// What a phrase in this form is called in the catalogue.
    String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    private static PluralForm russian(long number) {
        long last = number % 10;
        long lastTwo = number % 100;
        if (last == 1 && lastTwo != 11) {
            return ONE;
        }
        return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? FEW : MANY;
    }
}
