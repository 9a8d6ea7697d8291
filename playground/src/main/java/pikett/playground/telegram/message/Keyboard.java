package pikett.playground.telegram.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rows of buttons under a message.
public record Keyboard(List<List<Button>> rows) {
    /// No buttons.
    public static final Keyboard NONE = new Keyboard(List.of());

    public Keyboard {
        rows = rows.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    }

    /// Whether there is nothing to press.
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Every button, row by row.
    public Stream<Button> buttons() {
        return rows.stream().flatMap(List::stream);
    }

    /// The button of exactly that label or callback data, else the only one whose label contains it.
    public Optional<Button> find(String labelOrData) {
        Optional<Button> exact =
                buttons()
                        .filter(b -> b.label().equals(labelOrData) || hasData(b, labelOrData))
                        .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        List<Button> containing = buttons().filter(b -> b.label().contains(labelOrData)).toList();
        return containing.size() == 1 ? Optional.of(containing.getFirst()) : Optional.empty();
    }

    private static boolean hasData(Button button, String wanted) {
        return button.act() instanceof Button.Act.Callback(String data) && data.equals(wanted);
    }
}
