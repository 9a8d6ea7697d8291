package pikett.config.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What is different between two configurations, as a person reads it. Shows no secret; that one has another
/// value it tells.
///
/// @param changes in the order of the file
/// @param secrets whether a secret has another value
public record ConfigDifference(List<Change> changes, boolean secrets) {
    /// What has entries under names of their own, by the place in the file.
    private static final Map<String, Set<String>> NAMED =
            Map.of(
                    "",
                    Set.of(
                            "people",
                            "hosts",
                            "services",
                            "queues",
                            "checks",
                            "heartbeats",
                            "runbooks",
                            "digests"),
                    "telegram",
                    Set.of("chats"),
                    "inbound",
                    Set.of("sources"),
                    "notify",
                    Set.of("channels", "mute-windows"));

    public ConfigDifference {
        changes = List.copyOf(changes);
    }

    /// One thing that is different.
    ///
    /// @param place where it stands: `services`, `telegram.chats`, or a section that has no named entries
    /// @param name of the entry; empty for the section itself
    /// @param details what of it is different; none where it came or went as a whole
    public record Change(How how, String place, Optional<String> name, List<Detail> details) {
        public Change {
            details = List.copyOf(details);
        }
    }

    /// What became of it.
    public enum How {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// A value that is another one.
    ///
    /// @param key within the entry, with dots
    /// @param before empty when it was not there
    /// @param after empty when it is not there any more
    public record Detail(String key, Optional<String> before, Optional<String> after) {}

    /// Whether there is none.
    public boolean isEmpty() {
        return changes.isEmpty() && !secrets;
    }

    public static ConfigDifference between(ConfigResult.Loaded before, ConfigResult.Loaded after) {
        Differences differences = new Differences();
        differences.sections("", read(before.effective()), read(after.effective()));
        return new ConfigDifference(
                differences.changes,
                !new HashSet<>(before.secrets()).equals(new HashSet<>(after.secrets())));
    }

    private static Map<String, Object> read(String effective) {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(effective));
    }

    /// What is no group has no entries.
    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, each) ->
                    map.put(String.valueOf(key), Objects.requireNonNullElse(each, "")));
        }
        return map;
    }

    /// Collects them.
    private static final class Differences {
        private final List<Change> changes = new ArrayList<>();

        void sections(String at, Map<String, Object> before, Map<String, Object> after) {
            Set<String> named = NAMED.getOrDefault(at, Set.of());
            Map<String, Object> plainBefore = new LinkedHashMap<>(before);
            Map<String, Object> plainAfter = new LinkedHashMap<>(after);
            for (String key : keys(before, after)) {
                String place = at.isEmpty() ? key : at + "." + key;
                if (named.contains(key)) {
                    entries(place, map(before.get(key)), map(after.get(key)));
                } else if (at.isEmpty()) {
                    sections(place, map(before.get(key)), map(after.get(key)));
                    continue;
                } else {
                    continue;
                }
                plainBefore.remove(key);
                plainAfter.remove(key);
            }
            if (!at.isEmpty()) {
                changed(at, Optional.empty(), plainBefore, plainAfter);
            }
        }

        private void entries(String place, Map<String, Object> before, Map<String, Object> after) {
            for (String name : keys(before, after)) {
                if (!before.containsKey(name)) {
                    changes.add(new Change(How.ADDED, place, Optional.of(name), List.of()));
                } else if (!after.containsKey(name)) {
                    changes.add(new Change(How.REMOVED, place, Optional.of(name), List.of()));
                } else {
                    changed(place, Optional.of(name), before.get(name), after.get(name));
                }
            }
        }

        private void changed(
                String place,
                Optional<String> name,
                @Nullable Object before,
                @Nullable Object after) {
            List<Detail> details = new ArrayList<>();
            details("", before, after, details);
            if (!details.isEmpty()) {
                changes.add(new Change(How.CHANGED, place, name, details));
            }
        }

        private static void details(
                String key, @Nullable Object before, @Nullable Object after, List<Detail> found) {
            if (Objects.equals(before, after)) {
                return;
            }
            if (before instanceof Map || after instanceof Map) {
                Map<String, Object> from = map(before);
                Map<String, Object> to = map(after);
                for (String each : keys(from, to)) {
                    details(
                            key.isEmpty() ? each : key + "." + each,
                            from.get(each),
                            to.get(each),
                            found);
                }
            } else {
                found.add(new Detail(key, only(before, after), only(after, before)));
            }
        }

        /// Of a list, what the other one has not; of anything else all.
        private static Optional<String> only(@Nullable Object value, @Nullable Object other) {
            if (value instanceof Collection<?> list && other instanceof Collection<?> others) {
                List<Object> rest = new ArrayList<>(list);
                rest.removeAll(others);
                List<?> shown =
                        rest.isEmpty() && list.size() == others.size() ? List.copyOf(list) : rest;
                return shown.isEmpty() ? Optional.empty() : Optional.of(text(shown));
            }
            return Optional.ofNullable(value)
                    .map(Differences::text)
                    .filter(text -> !text.isEmpty());
        }

        private static String text(Object value) {
            return value instanceof Collection<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    : String.valueOf(value);
        }

        private static Set<String> keys(Map<String, Object> before, Map<String, Object> after) {
            Set<String> keys = new LinkedHashSet<>(before.keySet());
            keys.addAll(after.keySet());
            return keys;
        }
    }
}
