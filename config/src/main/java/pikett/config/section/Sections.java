package pikett.config.section;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import pikett.config.shape.Section;

/// Groups of sections that keep the order in which they are named.
final class Sections {
    private Sections() {}

    static <T> Map<String, Section<? extends T>> ordered(
            String firstKey,
            Section<? extends T> first,
            String lastKey,
            Section<? extends T> last) {
        Map<String, Section<? extends T>> sections = new LinkedHashMap<>();
        sections.put(firstKey, first);
        sections.put(lastKey, last);
        return Collections.unmodifiableMap(sections);
    }
}
