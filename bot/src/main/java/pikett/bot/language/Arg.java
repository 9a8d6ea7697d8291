package pikett.bot.language;

/// What stands in the place of a placeholder.
///
/// @param name of the placeholder, without braces
public record Arg(String name, String value) {
    public static Arg arg(String name, String value) {
        return new Arg(name, value);
    }
}
