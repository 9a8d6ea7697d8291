package pikett.config.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts of bytes: `64KiB`, `1MiB`.
public final class Sizes {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(B|KiB|MiB|GiB)");

    private Sizes() {}

    /// A number of bytes in a range; the bounds as they would be written.
    public static Scalar<Long> between(String least, String most) {
        long smallest = parse(least);
        long largest = parse(most);
        return Scalars.scalar("a size such as 64KiB", Sizes::read)
                .obeying(size ->
                        size < smallest || size > largest
                                ? Parsed.bad(
                                        "this size is out of range",
                                        "write one from %s to %s".formatted(least, most))
                                : Parsed.good(size))
                .described("pattern", "^" + WRITTEN.pattern() + "$");
    }

    private static Parsed<Long> read(String text) {
        return WRITTEN.matcher(text).matches()
                ? Parsed.good(parse(text))
                : Parsed.bad(
                        "%s is not a size".formatted(Quote.value(text)),
                        "write a whole number with its unit: 512B, 64KiB or 1MiB");
    }

    private static long parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("not a size: " + text);
        }
        long amount = Long.parseLong(written.group(1));
        return switch (written.group(2)) {
            case "B" -> amount;
            case "KiB" -> amount << 10;
            case "MiB" -> amount << 20;
            default -> amount << 30;
        };
    }
}
