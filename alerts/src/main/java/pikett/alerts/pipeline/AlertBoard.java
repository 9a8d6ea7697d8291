package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.alerts.alert.Alert;
import pikett.alerts.incident.Filed;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;
import pikett.alerts.mute.Mute;
import pikett.alerts.mute.Mutes;
import pikett.alerts.mute.SilenceId;
import pikett.alerts.route.Way;

/// Shows what fires, what hides it and who hears of it. Safe for use by many threads.
public final class AlertBoard {
    private final Store store;
    private final Round round;
    private final SilenceTable silences = new SilenceTable();

    public AlertBoard(Store store, Round round) {
        this.store = store;
        this.round = round;
    }

    /// An alert that fires.
    ///
    /// @param group what it has in common with the other alerts of its incident
    /// @param silences those that hide it
    /// @param causes alerts that explain it and so hide it
    /// @param chats and other channels that hear of it, by name
    public record Standing(
            Alert alert,
            Labels group,
            List<SilenceId> silences,
            List<Fingerprint> causes,
            List<String> chats) {
        public Standing {
            silences = List.copyOf(silences);
            causes = List.copyOf(causes);
            chats = List.copyOf(chats);
        }
    }

    /// All that fires, in the order of their beginning.
    public List<Standing> standing() {
        Instant now = round.now();
        NotifyRules rules = round.rules();
        return store.read(transaction -> standing(transaction, rules, now));
    }

    /// The chats and other channels that could hear of something, by name.
    public List<String> chats() {
        return List.copyOf(round.rules().routed().keySet());
    }

    /// Those that hear of what no route matches.
    public List<String> otherwise() {
        return round.rules().routes().otherwise().to();
    }

    private List<Standing> standing(Handle transaction, NotifyRules rules, Instant now) {
        List<Filed> filed = round.ledger().firingFiled(transaction);
        List<Alert> firing = filed.stream().map(Filed::alert).toList();
        Mutes mutes =
                new Mutes(
                        firing,
                        silences.active(transaction, now),
                        rules.inhibitions(),
                        rules.dependencies(),
                        now);
        Map<IncidentNumber, Incident> open =
                round.ledger().open(transaction).stream()
                        .collect(Collectors.toMap(Incident::number, Function.identity()));
        return filed.stream()
                .map(each -> {
                    List<Mute> hiding = mutes.of(each.alert());
                    return new Standing(
                            each.alert(),
                            group(each, open),
                            silencedBy(hiding),
                            causes(hiding, firing),
                            heardIn(rules, each.alert()));
                })
                .sorted(
                        Comparator.comparing((Standing each) -> each.alert().startsAt())
                                .thenComparing(each -> each.alert().fingerprint()))
                .toList();
    }

    private static Labels group(Filed filed, Map<IncidentNumber, Incident> open) {
        return filed.incident()
                .flatMap(number -> Optional.ofNullable(open.get(number)))
                .map(incident -> incident.group().labels())
                .orElse(Labels.NONE);
    }

    private static List<String> heardIn(NotifyRules rules, Alert alert) {
        return rules.routes().of(alert.matchable()).stream().map(Way::chat).toList();
    }

    private static List<SilenceId> silencedBy(List<Mute> hiding) {
        return hiding.stream()
                .filter(Mute.BySilence.class::isInstance)
                .map(Mute.BySilence.class::cast)
                .map(Mute.BySilence::silence)
                .toList();
    }

    private static List<Fingerprint> causes(List<Mute> hiding, List<Alert> firing) {
        return hiding.stream()
                .flatMap(mute ->
                        switch (mute) {
                            case Mute.ByInhibition inhibition -> Stream.of(inhibition.cause());
                            case Mute.ByDependency needed -> ofService(needed.service(), firing);
                            case Mute.BySilence _, Mute.ByWindow _ -> Stream.empty();
                        })
                .toList();
    }

    private static Stream<Fingerprint> ofService(String service, List<Alert> firing) {
        return firing.stream()
                .filter(alert -> alert.labels().get(Labels.SERVICE).equals(service))
                .map(Alert::fingerprint);
    }
}
