package pikett.alerts.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Urgency;

/// Posts the digests that come by themselves. Safe for use by many threads.
public final class Editions {
    private static final Logger LOG = LoggerFactory.getLogger(Editions.class);

    /// A digest that was missed is made up for while it is less late than this. Later, the next one is
    /// nearer, and a person can ask for it.
    static final Duration LATEST = Duration.ofHours(12);

    private final DigestDesk desk;
    private final Outbox outbox;
    private final InstantSource clock;

    public Editions(DigestDesk desk, Outbox outbox, InstantSource clock) {
        this.desk = desk;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Posts the digest of one of its times, without sound, within the caller's transaction; or leaves
    /// it out, because it is too late for it or there is nothing to say.
    ///
    /// @param at the time that it is for
    public void post(Handle transaction, Edition edition, Instant at) {
        Duration late = Duration.between(at, clock.instant());
        if (late.compareTo(LATEST) >= 0) {
            LOG.warn("digest={} at={} is left out: it is too late for it", edition.name(), at);
            return;
        }
        Period period = Period.before(at, edition.over(), edition.zone());
        if (!edition.evenGreen() && desk.facts(transaction, period).green()) {
            LOG.info("digest={} at={} is left out: all is well", edition.name(), at);
            return;
        }
        for (Destination to : edition.to()) {
            outbox.post(
                    transaction,
                    to,
                    DigestPost.subject(edition, at),
                    DigestPost.content(period),
                    Urgency.LOW,
                    true);
        }
    }
}
