package pikett.bot.language;

import java.util.Locale;

/// A thing to say, whatever the language. Implemented by one enum per area, named `<Area>Phrase`, one
/// constant per phrase; where the constants are those of another enum, by a record around one.
///
/// Its texts stand in `pikett/bot/language/<area>.<language>.properties`, under the constant's name in
/// lower case with dashes; a phrase about a number stands there once for each plural form, such as
/// `restarts.one` and `restarts.other`.
public interface Phrase {
    /// The name of the enum constant.
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
