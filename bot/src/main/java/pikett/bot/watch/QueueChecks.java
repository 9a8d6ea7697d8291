package pikett.bot.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.check.Check;
import pikett.alerts.label.Labels;
import pikett.alerts.probe.QueueProbe;
import pikett.alerts.rule.Rules;
import pikett.bot.command.Targets;
import pikett.config.QueueConfig;
import pikett.config.offer.ProbeKind;

/// What queues bring by themselves: how deep they are, how old their jobs, how many fail, whether
/// somebody works.
final class QueueChecks {
    private final Sights sights;

    QueueChecks(Sights sights) {
        this.sights = sights;
    }

    List<Check> checks() {
        return sights.targets().queues().stream()
                .flatMap(queue ->
                        Optional.ofNullable(sights.config().queues().get(queue.name())).stream()
                                .map(config -> check(queue, config)))
                .toList();
    }

    private Check check(Targets.QueueTarget queue, QueueConfig config) {
        Labels labels = Labels.of(Map.of(Labels.QUEUE, queue.name(), Labels.HOST, config.host()));
        return sights.check(
                "queue:" + queue.name(),
                sights.behind(config.host()),
                sights.config().checks().usual(),
                new QueueProbe(queue.queue(), sights.clock()),
                Rules.of(ProbeKind.QUEUE, config.when(), labels),
                new AlertEvidence(sights).ofQueue(queue.queue()),
                queue);
    }
}
