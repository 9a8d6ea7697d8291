package pikett.alerts.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.config.Severity;

/// What happened over a period. Times are means of what is known: an incident that nobody took says
/// nothing about how long taking takes.
///
/// @param opened how many incidents were opened in it
/// @param critical how many of those were critical at some time
/// @param resolved how many ended in it, whenever they began
/// @param untaken how many of the opened ones nobody took
/// @param longest the one that went on for longest within the period, if there was any
/// @param toTake mean time from opening to taking, of those that were opened in it and taken
/// @param toResolve mean time from opening to the end, of those that ended in it
public record Happened(
        int opened,
        int critical,
        int resolved,
        int untaken,
        Optional<Longest> longest,
        Optional<Duration> toTake,
        Optional<Duration> toResolve) {

    /// The incident that went on for longest.
    ///
    /// @param within how much of it lay within the period
    public record Longest(IncidentNumber incident, Duration within) {}

    /// @param incidents all that were open in the period; others do no harm
    static Happened in(Period period, Collection<Incident> incidents) {
        List<Incident> opened =
                incidents.stream().filter(each -> period.contains(each.openedAt())).toList();
        List<Incident> resolved =
                incidents.stream()
                        .filter(each -> each.resolvedAt().filter(period::contains).isPresent())
                        .toList();
        return new Happened(
                opened.size(),
                (int) opened.stream().filter(each -> each.worst() == Severity.CRITICAL).count(),
                resolved.size(),
                (int) opened.stream().filter(each -> each.taken().isEmpty()).count(),
                longest(period, incidents),
                mean(opened.stream().flatMap(Happened::toTake)),
                mean(
                        resolved.stream()
                                .flatMap(each ->
                                        each.resolvedAt().stream()
                                                .map(at -> between(each.openedAt(), at)))));
    }

    private static Stream<Duration> toTake(Incident incident) {
        return incident.taken().stream().map(taken -> between(incident.openedAt(), taken.at()));
    }

    private static Optional<Longest> longest(Period period, Collection<Incident> incidents) {
        return incidents.stream()
                .map(each -> new Longest(each.number(), within(period, each)))
                .filter(each -> each.within().isPositive())
                .max(
                        Comparator.comparing(Longest::within)
                                .thenComparingLong(each -> -each.incident().value()));
    }

    private static Duration within(Period period, Incident incident) {
        Instant end =
                incident.resolvedAt()
                        .filter(at -> at.isBefore(period.until()))
                        .orElse(period.until());
        Instant begin =
                incident.openedAt().isBefore(period.from()) ? period.from() : incident.openedAt();
        return between(begin, end);
    }

    /// Clocks may be put back; nothing takes less than no time.
    private static Duration between(Instant from, Instant until) {
        return until.isBefore(from) ? Duration.ZERO : Duration.between(from, until);
    }

    private static Optional<Duration> mean(Stream<Duration> times) {
        List<Duration> all = times.toList();
        return all.stream().reduce(Duration::plus).map(sum -> sum.dividedBy(all.size()));
    }
}
