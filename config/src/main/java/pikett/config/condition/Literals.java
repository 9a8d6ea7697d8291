package pikett.config.condition;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers with their units, read and written.
final class Literals {
    private static final Pattern NUMBER =
            Pattern.compile("(-?[0-9]{1,15}(?:\\.[0-9]{1,9})?)(%|[A-Za-z]*)");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");

    /// Largest first: a value is written in the largest unit that divides it.
    private static final Map<String, Long> MILLIS = new LinkedHashMap<>();

    private static final Map<String, Long> BYTES = new LinkedHashMap<>();

    static {
        MILLIS.put("d", 86_400_000L);
        MILLIS.put("h", 3_600_000L);
        MILLIS.put("m", 60_000L);
        MILLIS.put("s", 1_000L);
        MILLIS.put("ms", 1L);
        BYTES.put("TiB", 1L << 40);
        BYTES.put("GiB", 1L << 30);
        BYTES.put("MiB", 1L << 20);
        BYTES.put("KiB", 1L << 10);
        BYTES.put("B", 1L);
    }

    private Literals() {}

    static Limit read(Token token) {
        Matcher written = NUMBER.matcher(token.text());
        if (!written.matches()) {
            throw mistake(token);
        }
        String number = written.group(1);
        String unit = written.group(2);
        if (unit.isEmpty()) {
            return new Limit.Plain(new BigDecimal(number));
        }
        if (unit.equals("%")) {
            return new Limit.Percent(new BigDecimal(number));
        }
        boolean whole = WHOLE.matcher(number).matches();
        Long millis = MILLIS.get(unit);
        if (whole && millis != null) {
            return new Limit.Time(Duration.ofMillis(Long.parseLong(number) * millis));
        }
        Long bytes = BYTES.get(unit);
        if (whole && bytes != null) {
            return new Limit.Size(Long.parseLong(number) * bytes);
        }
        throw mistake(token);
    }

    static String write(Duration duration) {
        return write(duration.toMillis(), MILLIS);
    }

    static String write(long bytes) {
        return write(bytes, BYTES);
    }

    private static String write(long amount, Map<String, Long> units) {
        return units.entrySet().stream()
                .filter(unit -> amount % unit.getValue() == 0)
                .findFirst()
                .map(unit -> amount / unit.getValue() + unit.getKey())
                .orElseThrow();
    }

    private static MistakeException mistake(Token token) {
        return new MistakeException(
                token.column(),
                "this is no number with a known unit",
                "write 100, 95%, up to six digits with ms s m h d, or with B KiB MiB GiB TiB");
    }
}
