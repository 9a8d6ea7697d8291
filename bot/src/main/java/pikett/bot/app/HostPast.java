package pikett.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.Incidents;
import pikett.alerts.label.Labels;
import pikett.bot.runbook.PastRuns;
import pikett.bot.runbook.PastRuns.PastRun;
import pikett.bot.runbook.Plan;
import pikett.bot.runbook.PlannedStep;
import pikett.bot.runbook.RunEnd;
import pikett.bot.view.Earlier;
import pikett.bot.view.IncidentFacts;
import pikett.config.PikettConfig;

/// What changed on a host shortly before an incident there: what people ran, and other incidents.
///
/// @param today the configuration of this moment, which knows what runs where
record HostPast(Supplier<PikettConfig> today, Incidents incidents, PastRuns runs) {
    private static final Logger LOG = LoggerFactory.getLogger(HostPast.class);

    /// Counted back from when the incident opened, so that every edit of its card says the same.
    private static final Duration SHORTLY = Duration.ofMinutes(30);

    /// In no order; nothing when the incident is about no host.
    List<Earlier> before(IncidentFacts facts) {
        try {
            return facts.host()
                    .map(host -> before(facts.story().incident(), host))
                    .orElse(List.of());
        } catch (StoreUnavailableException e) {
            // The card is worth more than these lines.
            LOG.warn(
                    "what was before cannot be read incident={}",
                    facts.story().incident().number().value(),
                    e);
            return List.of();
        }
    }

    private List<Earlier> before(Incident incident, String host) {
        Instant until = incident.openedAt();
        Instant from = until.minus(SHORTLY);
        Stream<Earlier> done =
                runs.between(from, until).stream()
                        .filter(run -> changes(run.plan(), host))
                        .map(HostPast::told);
        Stream<Earlier> happened =
                incidents.before(incident.number(), from, until).stream()
                        .filter(other -> other.first().get(Labels.HOST).equals(host))
                        .map(other -> told(other, until));
        return Stream.concat(done, happened).toList();
    }

    private boolean changes(Plan plan, String host) {
        return plan.sequence().stream().flatMap(this::changed).anyMatch(host::equals);
    }

    /// The host that a step changes. Where a service ran that is not configured any more, nobody knows.
    private Stream<String> changed(PlannedStep step) {
        return switch (step) {
            case PlannedStep.Run run -> Stream.of(run.host());
            case PlannedStep.Restart(String service) ->
                    Optional.ofNullable(today.get().services().get(service)).stream()
                            .map(config -> config.host());
            case PlannedStep.WaitHealthy _ -> Stream.empty();
        };
    }

    private static Earlier told(PastRun run) {
        Plan plan = run.plan();
        Earlier.Outcome outcome = run.end().map(HostPast::told).orElse(Earlier.Outcome.GOES_ON);
        return switch (plan.kind()) {
            case RESTART ->
                    new Earlier.Restart(run.startedAt(), run.requester(), plan.name(), outcome);
            case RUNBOOK ->
                    new Earlier.Runbook(
                            run.startedAt(), run.requester(), plan.name(), plan.titles(), outcome);
        };
    }

    private static Earlier.Outcome told(RunEnd end) {
        return switch (end) {
            case SUCCEEDED -> Earlier.Outcome.SUCCEEDED;
            case FAILED -> Earlier.Outcome.FAILED;
            case STOPPED -> Earlier.Outcome.STOPPED;
            case UNKNOWN -> Earlier.Outcome.UNKNOWN;
        };
    }

    /// One line for one incident: of what came and went, that it went.
    private static Earlier told(Incidents.Begun other, Instant until) {
        Incident incident = other.incident();
        return incident.resolvedAt()
                .filter(over -> !over.isAfter(until))
                .<Earlier>map(over -> new Earlier.Over(over, incident.number(), other.first()))
                .orElseGet(() ->
                        new Earlier.Opened(incident.openedAt(), incident.number(), other.first()));
    }
}
