package pikett.alerts.check;

import java.util.Optional;

/// The names under which a [Horizon] knows what is looked at.
public final class Targets {
    private static final String WITNESS = "witness:";

    private Targets() {}

    public static String host(String name) {
        return "host:" + name;
    }

    /// Something that is no check but also tells whether we see, such as the connection to the chat.
    public static String witness(String name) {
        return WITNESS + name;
    }

    static boolean isWitness(String target) {
        return target.startsWith(WITNESS);
    }

    /// What the looks of a check say something about; empty when they say nothing of that.
    public static Optional<String> of(Check check) {
        return switch (check.place()) {
            case Place.Here _, Place.Behind _ -> Optional.empty();
            case Place.AtHost(String host) -> Optional.of(host(host));
            case Place.Outside _ -> Optional.of("check:" + check.id());
        };
    }
}
