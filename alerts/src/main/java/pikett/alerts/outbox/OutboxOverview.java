package pikett.alerts.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;

/// What there is to know of the outbox, for people and metrics. Safe for use by many threads.
public final class OutboxOverview {
    private final Store store;

    public OutboxOverview(Store store) {
        this.store = store;
    }

    /// What waits at a destination.
    ///
    /// @param oldest when the oldest of them was first wanted
    public record Waiting(Destination at, long count, Instant oldest) {}

    /// A delivery that was given up.
    public record DeadDelivery(
            DeliveryId id, Destination to, Subject subject, String reason, Instant diedAt) {}

    /// What was given up over a time.
    ///
    /// @param count how many deliveries
    /// @param latest some of them, the latest first
    public record GivenUp(long count, List<DeadDelivery> latest) {
        public GivenUp {
            latest = List.copyOf(latest);
        }
    }

    /// How many deliveries to a destination were given up.
    public record Lost(Destination at, long count) {}

    /// A destination at which nothing arrives. It is still tried with each new delivery, and is whole
    /// again as soon as one arrives.
    public record BrokenDestination(Destination destination, String reason, Instant since) {}

    /// Where one delivery stands.
    ///
    /// @param createdAt when it was first wanted
    /// @param changedAt when it came to this state; of one that was sent, when it was known to be
    /// @param reason why it waits or was given up
    public record Standing(
            DeliveryState state,
            Instant createdAt,
            Instant changedAt,
            Optional<String> messageId,
            Optional<String> reason) {}

    /// Where one delivery to a destination stands.
    public record Addressed(Destination to, Standing standing) {}

    /// How many deliveries are in each state; every state is there.
    public Map<DeliveryState, Long> counts() {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            counts.put(state, 0L);
        }
        store.read(transaction ->
                        transaction
                                .createQuery(
                                        "SELECT state, COUNT(*) AS rows FROM outbox_deliveries GROUP BY state")
                                .map((row, _) ->
                                        Map.entry(
                                                DeliveryState.valueOf(row.getString("state")),
                                                row.getLong("rows")))
                                .list())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /// Destinations at which something waits, the longest first.
    public List<Waiting> waiting() {
        return store.read(transaction ->
                transaction
                        .createQuery(
                                """
                                SELECT channel, address, COUNT(*) AS rows, MIN(created_at) AS oldest
                                FROM outbox_deliveries
                                WHERE state IN ('QUEUED', 'UNKNOWN')
                                GROUP BY channel, address ORDER BY oldest
                                """)
                        .map((row, _) ->
                                new Waiting(
                                        destination(row),
                                        row.getLong("rows"),
                                        instant(row, "oldest")))
                        .list());
    }

    /// What was given up, the latest first.
    public List<DeadDelivery> dead(int atMost) {
        return store.read(transaction ->
                transaction
                        .createQuery(
                                """
                                SELECT * FROM outbox_deliveries WHERE state = 'DEAD'
                                ORDER BY changed_at DESC, id DESC LIMIT :most
                                """)
                        .bind("most", atMost)
                        .map((row, _) -> deadDelivery(row))
                        .list());
    }

    /// What was given up over a time. Part of the caller's transaction.
    ///
    /// @param until not included
    /// @param atMost how many of them are named
    public GivenUp givenUp(Handle transaction, Instant from, Instant until, int atMost) {
        long count =
                transaction
                        .createQuery(
                                """
                                SELECT COUNT(*) FROM outbox_deliveries
                                WHERE state = 'DEAD' AND changed_at >= :from AND changed_at < :until
                                """)
                        .bind("from", from.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .mapTo(Long.class)
                        .one();
        List<DeadDelivery> latest =
                transaction
                        .createQuery(
                                """
                                SELECT * FROM outbox_deliveries
                                WHERE state = 'DEAD' AND changed_at >= :from AND changed_at < :until
                                ORDER BY changed_at DESC, id DESC LIMIT :most
                                """)
                        .bind("from", from.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .bind("most", atMost)
                        .map((row, _) -> deadDelivery(row))
                        .list();
        return new GivenUp(count, latest);
    }

    /// Where deliveries were given up since then, the most first.
    public List<Lost> lost(Instant since) {
        return store.read(transaction ->
                transaction
                        .createQuery(
                                """
                                SELECT channel, address, COUNT(*) AS rows FROM outbox_deliveries
                                WHERE state = 'DEAD' AND changed_at >= :since
                                GROUP BY channel, address ORDER BY rows DESC, channel, address
                                """)
                        .bind("since", since.toEpochMilli())
                        .map((row, _) -> new Lost(destination(row), row.getLong("rows")))
                        .list());
    }

    /// Destinations at which nothing arrives.
    public List<BrokenDestination> broken() {
        return store.read(this::broken);
    }

    /// The same, as part of the caller's transaction.
    public List<BrokenDestination> broken(Handle transaction) {
        return transaction
                .createQuery(
                        """
                        SELECT * FROM outbox_destinations WHERE broken_since IS NOT NULL
                        ORDER BY broken_since
                        """)
                .map((row, _) ->
                        new BrokenDestination(
                                destination(row),
                                row.getString("broken_reason"),
                                instant(row, "broken_since")))
                .list();
    }

    /// Subjects of which the first that was posted to a destination was given up since then, so that its
    /// sound was never heard there. Part of the caller's transaction.
    public Set<Subject> unheard(Handle transaction, Destination at, Instant since) {
        return transaction
                .createQuery(
                        """
                        SELECT subject FROM outbox_deliveries
                        WHERE state = 'DEAD' AND changed_at >= :since AND id IN (
                            SELECT MIN(id) FROM outbox_deliveries
                            WHERE channel = :channel AND address = :address GROUP BY subject)
                        """)
                .bind("since", since.toEpochMilli())
                .bind("channel", at.channel())
                .bind("address", at.address())
                .map((row, _) -> new Subject(row.getString("subject")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A delivery that did not arrive in time.
    ///
    /// @param lost whether it was given up, in a place where others arrive
    public record Late(Destination at, Subject subject, boolean lost) {}

    /// What is as urgent as can be, makes a sound, and did not arrive. What was given up and then told in
    /// the same place later is not among it. Part of the caller's transaction.
    ///
    /// @param channels only of these
    /// @param from what was given up counts only if it was wanted since then; what still waits always does
    /// @param until what was wanted later may still come
    public List<Late> late(Handle transaction, Set<String> channels, Instant from, Instant until) {
        if (channels.isEmpty()) {
            return List.of();
        }
        return transaction
                .createQuery(
                        """
                        SELECT d.channel, d.address, d.subject, CASE
                            WHEN d.state = 'DEAD' AND p.broken_since IS NULL THEN 1 ELSE 0 END AS lost
                        FROM outbox_deliveries d
                        JOIN outbox_destinations p
                            ON p.channel = d.channel AND p.address = d.address
                        WHERE d.urgency = 3 AND d.state <> 'SENT' AND d.silent = 0
                            AND d.created_at <= :until
                            AND (d.state <> 'DEAD' OR d.created_at > :from)
                            AND d.channel IN (<channels>)
                            AND (d.state <> 'DEAD' OR NOT EXISTS (
                                SELECT 1 FROM outbox_deliveries s
                                WHERE s.channel = d.channel AND s.address = d.address
                                    AND s.state = 'SENT' AND s.id > d.id
                                    AND (s.subject = d.subject OR s.subject LIKE d.subject || ':%')))
                        """)
                .bindList("channels", List.copyOf(channels))
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, _) ->
                        new Late(
                                destination(row),
                                new Subject(row.getString("subject")),
                                row.getInt("lost") != 0))
                .list();
    }

    /// Destinations at which something waits that was wanted before this time, and nothing has arrived
    /// since: not for its turn, and not because a pause was asked for. A broken one counts no more.
    public List<Destination> standingStill(Instant before, Instant now) {
        return store.read(transaction ->
                transaction
                        .createQuery(
                                """
                                SELECT p.channel, p.address FROM outbox_destinations p
                                LEFT JOIN outbox_channels c ON c.channel = p.channel
                                WHERE p.broken_since IS NULL AND p.wait_until <= :now
                                    AND COALESCE(c.wait_until, 0) <= :now
                                    AND EXISTS (SELECT 1 FROM outbox_deliveries w
                                        WHERE w.channel = p.channel AND w.address = p.address
                                            AND w.state IN ('QUEUED', 'UNKNOWN')
                                            AND w.created_at < :before)
                                    AND NOT EXISTS (SELECT 1 FROM outbox_deliveries s
                                        WHERE s.state = 'SENT' AND s.changed_at >= :before
                                            AND s.channel = p.channel AND s.address = p.address)
                                ORDER BY p.channel, p.address
                                """)
                        .bind("before", before.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .map((row, _) -> destination(row))
                        .list());
    }

    /// Where a delivery stands. Empty when it was never posted, or is forgotten.
    public Optional<Standing> find(DeliveryId id) {
        return store.read(transaction ->
                transaction
                        .createQuery("SELECT * FROM outbox_deliveries WHERE id = :id")
                        .bind("id", id.value())
                        .map((row, _) -> standing(row))
                        .findOne());
    }

    /// Where the deliveries of a subject stand, by destination, the latest of each last.
    public List<Addressed> about(Subject subject) {
        return store.read(transaction ->
                transaction
                        .createQuery(
                                """
                                SELECT * FROM outbox_deliveries WHERE subject = :subject
                                ORDER BY channel, address, id
                                """)
                        .bind("subject", subject.value())
                        .map((row, _) -> new Addressed(destination(row), standing(row)))
                        .list());
    }

    private static DeadDelivery deadDelivery(ResultSet row) throws SQLException {
        return new DeadDelivery(
                new DeliveryId(row.getLong("id")),
                destination(row),
                new Subject(row.getString("subject")),
                row.getString("reason"),
                instant(row, "changed_at"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                DeliveryState.valueOf(row.getString("state")),
                instant(row, "created_at"),
                instant(row, "changed_at"),
                Optional.ofNullable(row.getString("message_id")),
                Optional.ofNullable(row.getString("reason")));
    }

    private static Destination destination(ResultSet row) throws SQLException {
        return new Destination(row.getString("channel"), row.getString("address"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
