package pikett.bot.language;

import java.util.Locale;

/// A thing to say, whatever the language. Implemented by enums only: one enum per area, named
/// `<Area>Phrase`, one constant per phrase.
///
/// Its texts stand in `pikett/bot/language/<area>.<language>.properties`, under the constant's name in
/// lower case with dashes; a phrase about a number stands there once for each plural form, such as
/// `restarts.one` and `restarts.other`.
public interface Phrase {
    /// The enum constant.
    String name();

    /// The part of the catalogue that it stands in.
    default String area() {
        String type = getClass().getSimpleName();
        return type.substring(0, type.length() - "Phrase".length()).toLowerCase(Locale.ROOT);
    }

    /// What it is called there.
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
