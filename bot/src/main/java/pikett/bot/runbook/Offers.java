package pikett.bot.runbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The offers in the database. Every method is part of the caller's transaction.
final class Offers {
    void add(Handle transaction, Offer offer) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO offers
                            (nonce, plan, fingerprint, requester, channel, address, subject, language,
                             zone, correlation, state, expires_at)
                        VALUES
                            (:nonce, :plan, :fingerprint, :requester, :channel, :address, :subject,
                             :language, :zone, :correlation, :state, :expiresAt)
                        """)
                .bind("nonce", offer.nonce())
                .bind("plan", PlanJson.write(offer.plan()))
                .bind("fingerprint", offer.fingerprint())
                .bind("requester", offer.requester())
                .bindMap(OriginColumns.of(offer.origin()))
                .bind("state", offer.state().name())
                .bind("expiresAt", offer.expiresAt().toEpochMilli())
                .execute();
        offer.agreed().forEach(person -> agree(transaction, offer.nonce(), person));
    }

    Optional<Offer> find(Handle transaction, String nonce) {
        return transaction
                .createQuery("SELECT * FROM offers WHERE nonce = :nonce")
                .bind("nonce", nonce)
                .map((row, _) ->
                        new Offer(
                                nonce,
                                PlanJson.read(row.getString("plan")),
                                row.getString("fingerprint"),
                                row.getString("requester"),
                                agreed(transaction, nonce),
                                OriginColumns.read(row),
                                Offer.State.valueOf(row.getString("state")),
                                Instant.ofEpochMilli(row.getLong("expires_at"))))
                .findOne();
    }

    /// Counts a person once, however often the button is pressed.
    void agree(Handle transaction, String nonce, String person) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO agreements (nonce, person) VALUES (:nonce, :person)
                        ON CONFLICT (nonce, person) DO NOTHING
                        """)
                .bind("nonce", nonce)
                .bind("person", person)
                .execute();
    }

    /// Ends an open offer; of many who try at once, exactly one gets true.
    boolean close(Handle transaction, String nonce, Offer.State state) {
        return transaction
                        .createUpdate(
                                "UPDATE offers SET state = :state WHERE nonce = :nonce AND state = 'OPEN'")
                        .bind("state", state.name())
                        .bind("nonce", nonce)
                        .execute()
                == 1;
    }

    /// Forgets what ended before the instant; a button of it is then one that nobody knows.
    void forgetBefore(Handle transaction, Instant instant) {
        transaction
                .createUpdate("DELETE FROM offers WHERE expires_at < :instant")
                .bind("instant", instant.toEpochMilli())
                .execute();
    }

    private static List<String> agreed(Handle transaction, String nonce) {
        return transaction
                .createQuery("SELECT person FROM agreements WHERE nonce = :nonce ORDER BY person")
                .bind("nonce", nonce)
                .mapTo(String.class)
                .list();
    }
}
