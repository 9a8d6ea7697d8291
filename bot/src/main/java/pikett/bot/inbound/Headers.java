package pikett.bot.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The headers of a request. Names are compared without regard to case.
public final class Headers {
    public static final Headers NONE = new Headers(Map.of());

    private final Map<String, List<String>> byName;

    /// @param byName each name once, in any case
    public Headers(Map<String, List<String>> byName) {
        this.byName =
                byName.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        header -> header.getKey().toLowerCase(Locale.ROOT),
                                        header -> List.copyOf(header.getValue())));
    }

    /// The value of a header that was sent once. Empty where it is missing and where it was sent more than
    /// once: who sees one of two values and who sees the other would not judge the same request.
    public Optional<String> only(String name) {
        List<String> values = byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// Whether the header was sent, however often.
    public boolean has(String name) {
        return byName.containsKey(name.toLowerCase(Locale.ROOT));
    }
}
