package pikett.config.section;

import java.util.List;
import java.util.Optional;
import pikett.config.Conditions;
import pikett.config.condition.Condition;
import pikett.config.offer.ProbeKind;
import pikett.config.shape.Key;
import pikett.config.shape.Section;

/// When a host is not well: `host-checks` for all, and `checks` of one of them.
final class HostChecksSection {
    private static final ConditionShapes WHEN =
            ConditionShapes.of(
                    ProbeKind.HOST,
                    List.of("unreachable", "disk('/') > 95%", "memory > 97%"),
                    List.of("disk('/') > 85%", "memory > 90%", "load > 2.0 per cpu"));

    static final Key<Conditions> USUAL =
            Key.section(
                    "host-checks",
                    Section.of(
                            "When a host is not well, unless it says so itself.",
                            WHEN::in,
                            WHEN.critical(),
                            WHEN.warning()),
                    "When a host is not well, unless it says so itself.");

    private static final ConditionShapes.Overriding INSTEAD =
            ConditionShapes.Overriding.of(ProbeKind.HOST);

    static final Key<Own> OWN =
            Key.section(
                    "checks",
                    Section.of(
                            "When this host is not well.",
                            values ->
                                    new Own(
                                            values.get(INSTEAD.critical()),
                                            values.get(INSTEAD.warning())),
                            INSTEAD.critical(),
                            INSTEAD.warning()),
                    "When this host is not well, instead of what `host-checks` says.");

    private HostChecksSection() {}

    /// What one host says of itself.
    record Own(Optional<List<Condition>> critical, Optional<List<Condition>> warning) {
        /// @param usual what holds where it says nothing
        Conditions over(Conditions usual) {
            return new Conditions(
                    critical.orElse(usual.critical()), warning.orElse(usual.warning()));
        }
    }
}
