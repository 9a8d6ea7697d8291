package pikett.alerts.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What was heard of one heartbeat. Immutable.
///
/// Merging is commutative, associative and idempotent, so that the order in which beats become durable
/// and the number of times do not matter.
///
/// @param countsFrom nothing that came before this is waited for: when Pikett first saw the heartbeat, or
///     was back after an absence in which a beat may have been lost
/// @param excused when Pikett was back last after such an absence
/// @param started when a run began last
/// @param succeeded when one ended well last
/// @param failed the last that did not
public record Heard(
        Instant countsFrom,
        Optional<Instant> excused,
        Optional<Instant> started,
        Optional<Instant> succeeded,
        Optional<Failure> failed) {

    /// A run that did not end well.
    ///
    /// @param exit the exit code, if it told one
    /// @param tail the end of what it said
    public record Failure(Instant at, Optional<Integer> exit, String tail)
            implements Comparable<Failure> {
        /// The order after the time only makes it the same everywhere.
        private static final Comparator<Failure> ORDER =
                Comparator.comparing(Failure::at)
                        .thenComparing(failure -> failure.exit().orElse(0))
                        .thenComparing(Failure::tail);

        @Override
        public int compareTo(Failure other) {
            return ORDER.compare(this, other);
        }
    }

    /// Nothing yet.
    public static Heard nothing(Instant countsFrom) {
        return new Heard(
                countsFrom, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What is known after a beat as well.
    public Heard and(Beat beat, Instant at) {
        Optional<Instant> now = Optional.of(at);
        Optional<Instant> never = Optional.empty();
        return merge(
                switch (beat) {
                    case Beat.Started _ ->
                            new Heard(countsFrom, never, now, never, Optional.empty());
                    case Beat.Succeeded _ ->
                            new Heard(countsFrom, never, never, now, Optional.empty());
                    case Beat.Failed(Optional<Integer> exit, String tail) ->
                            new Heard(
                                    countsFrom,
                                    never,
                                    never,
                                    never,
                                    Optional.of(new Failure(at, exit, tail)));
                });
    }

    /// What both tell.
    public Heard merge(Heard other) {
        return new Heard(
                latest(countsFrom, other.countsFrom),
                latest(excused, other.excused),
                latest(started, other.started),
                latest(succeeded, other.succeeded),
                latest(failed, other.failed));
    }

    /// The same, with nothing waited for that came before Pikett was back.
    Heard excusedAt(Instant back) {
        return new Heard(
                latest(countsFrom, back),
                latest(excused, Optional.of(back)),
                started,
                succeeded,
                failed);
    }

    /// Whether an absence was taken for the reason why no end was heard, and none was heard since.
    boolean stillExcused() {
        return excused.filter(back -> ended().filter(back::isBefore).isEmpty()).isPresent();
    }

    /// When a run ended last, in whatever way.
    Optional<Instant> ended() {
        return latest(succeeded, failed.map(Failure::at));
    }

    /// Since when a run goes on, of which the end can still be heard; empty when none does.
    public Optional<Instant> running() {
        return started.filter(
                begun -> begun.isAfter(latest(countsFrom, ended().orElse(Instant.MIN))));
    }

    /// How long the last run took; empty while one goes on, and when it did not tell that it began.
    Optional<Duration> took() {
        return started.flatMap(begun ->
                ended().filter(end -> !end.isBefore(begun))
                        .map(end -> Duration.between(begun, end)));
    }

    /// The last run, if it did not end well.
    public Optional<Failure> failing() {
        return failed.filter(failure -> succeeded.filter(failure.at()::isBefore).isEmpty());
    }

    /// When anything was heard last.
    public Optional<Instant> last() {
        return latest(started, ended());
    }

    /// What the next beat is counted from.
    Instant base() {
        return latest(countsFrom, ended().orElse(countsFrom));
    }

    private static <T extends Comparable<? super T>> T latest(T one, T other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static <T extends Comparable<? super T>> Optional<T> latest(
            Optional<T> one, Optional<T> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
