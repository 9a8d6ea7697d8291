package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.alerts.incident.Headline;
import pikett.alerts.incident.IncidentLedger;
import pikett.alerts.storm.Storm;
import pikett.alerts.storm.StormFacts;
import pikett.alerts.storm.StormIncident;

/// Storms for people: their cards, and who is awake. Safe for use by many threads.
public final class Storms {
    private final Store store;
    private final Round round;
    private final IncidentLedger ledger = new IncidentLedger();
    private final StormTable storms = new StormTable();

    public Storms(Store store, Round round) {
        this.store = store;
        this.round = round;
    }

    /// Those that are not over.
    public List<Storm> active() {
        return store.read(storms::active);
    }

    public Optional<Storm> find(String chat, Instant beganAt) {
        return store.read(transaction -> storms.find(transaction, chat, beganAt));
    }

    /// What the storm's card tells now. No incident that is told there only is missing from its list.
    public StormFacts facts(Storm storm) {
        List<StormIncident> incidents = store.read(transaction -> incidents(transaction, storm));
        return StormFacts.of(incidents, round.rules().dependencies());
    }

    /// A person is awake: nothing makes a sound in the chat for a while.
    ///
    /// @return until when; empty when there is no such storm
    public Optional<Instant> awake(String chat, Instant beganAt, String person) {
        Instant until = round.now().plus(Storm.AWAKE);
        return store.write(transaction -> {
            Optional<Storm> storm = storms.find(transaction, chat, beganAt);
            storm.ifPresent(found ->
                    round.stormDesk().awake(transaction, found, new Storm.Awake(person, until)));
            return storm.map(_ -> until);
        });
    }

    private List<StormIncident> incidents(Handle transaction, Storm storm) {
        return ledger.headlines(transaction, storms.members(transaction, storm)).stream()
                .map(Storms::line)
                .toList();
    }

    private static StormIncident line(Headline headline) {
        return new StormIncident(
                headline.incident().number(),
                headline.incident().severity(),
                headline.first(),
                headline.incident().openedAt(),
                headline.incident().resolved());
    }
}
