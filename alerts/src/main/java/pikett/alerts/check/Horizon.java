package pikett.alerts.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What can be reached from here, and what that says of those that cannot. Immutable.
///
/// One target that cannot be reached is its own trouble only if another one was reached since: until
/// then it may be ours. With a single target there is nobody to ask, and it is believed. In the first
/// seconds nothing is believed that only a lack of others speaks for: they have not been asked yet.
public final class Horizon {
    /// Nothing was looked at yet.
    public static final Horizon EMPTY = new Horizon(Map.of(), Optional.empty());

    /// What was looked at longer ago than this tells nothing of the present.
    static final Duration FRESH = Duration.ofMinutes(5);

    /// How long the others have for their first look.
    static final Duration DAWN = Duration.ofSeconds(5);

    private final Map<String, Look> looks;
    private final Optional<Instant> begun;

    private Horizon(Map<String, Look> looks, Optional<Instant> begun) {
        this.looks = Map.copyOf(looks);
        this.begun = begun;
    }

    /// The looks at one target.
    ///
    /// @param last when it was looked at last
    /// @param failingSince when it was first not reached, of those times that nothing came between
    private record Look(Instant last, Optional<Instant> failingSince) {
        private Look next(boolean reached, Instant at) {
            return new Look(
                    at, reached ? Optional.empty() : failingSince.or(() -> Optional.of(at)));
        }

        private boolean failing() {
            return failingSince.isPresent();
        }
    }

    /// What is known after one more look at a target.
    public Horizon with(String target, boolean reached, Instant at) {
        Map<String, Look> next = new HashMap<>(looks);
        Look before = looks.getOrDefault(target, new Look(at, Optional.empty()));
        next.put(target, before.next(reached, at));
        return new Horizon(next, begun.or(() -> Optional.of(at)));
    }

    /// What is known when only these are looked at any more, and witnesses.
    public Horizon only(Set<String> targets) {
        Map<String, Look> kept = new HashMap<>(looks);
        kept.keySet().removeIf(name -> !targets.contains(name) && !Targets.isWitness(name));
        return new Horizon(kept, begun);
    }

    /// Since when nothing at all is reached; empty when something is, or when too few are looked at to
    /// tell.
    public Optional<Instant> blindSince(Instant now) {
        List<Look> fresh = looks.values().stream().filter(look -> fresh(look, now)).toList();
        if (dawns(now) || fresh.size() < 2 || !fresh.stream().allMatch(Look::failing)) {
            return Optional.empty();
        }
        return fresh.stream().flatMap(look -> look.failingSince().stream()).max(Instant::compareTo);
    }

    /// What may be believed of a target.
    public Outlook of(String target, Instant now) {
        Look look = looks.get(target);
        if (look == null || look.failingSince().isEmpty()) {
            return Outlook.SEEN;
        }
        if (blindSince(now).isPresent()) {
            return Outlook.BLIND;
        }
        Instant since = look.failingSince().get();
        List<Look> others =
                looks.entrySet().stream()
                        .filter(each -> !each.getKey().equals(target))
                        .map(Map.Entry::getValue)
                        .filter(other -> fresh(other, now))
                        .toList();
        boolean seenSince =
                others.stream()
                        .anyMatch(other -> !other.failing() && !other.last().isBefore(since));
        return seenSince || (others.isEmpty() && !dawns(now)) ? Outlook.GONE : Outlook.UNSURE;
    }

    private boolean dawns(Instant now) {
        return begun.filter(first -> now.isBefore(first.plus(DAWN))).isPresent();
    }

    private static boolean fresh(Look look, Instant now) {
        return !look.last().isBefore(now.minus(FRESH));
    }
}
