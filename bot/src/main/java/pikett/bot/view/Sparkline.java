package pikett.bot.view;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import pikett.alerts.history.Slot;

/// Draws a few numbers in one line of text. Pure.
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final char UNKNOWN = '·';

    private Sparkline() {}

    /// A block for each number, from nothing up to the highest; a dot for what is not known.
    static String of(List<Slot> slots) {
        double highest =
                slots.stream().flatMapToDouble(slot -> slot.number().stream()).max().orElse(0);
        return slots.stream()
                .map(slot -> String.valueOf(block(slot.number(), highest)))
                .collect(Collectors.joining());
    }

    private static char block(OptionalDouble number, double highest) {
        if (number.isEmpty()) {
            return UNKNOWN;
        }
        if (highest <= 0 || number.getAsDouble() <= 0) {
            return BLOCKS.charAt(0);
        }
        double share = number.getAsDouble() / highest;
        return BLOCKS.charAt((int) Math.round(share * (BLOCKS.length() - 1)));
    }
}
