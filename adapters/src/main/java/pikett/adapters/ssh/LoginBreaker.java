package pikett.adapters.ssh;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;

/// Stops logins to a host after two have failed, for an hour, across restarts and for all processes
/// that share the store.
///
/// A login is recorded before it is made, so that a crash in between counts as a failure. It is
/// forgotten when it succeeds, or when it turns out that nothing was offered to the host.
///
/// Safe for use by many threads and processes.
public final class LoginBreaker {
    /// How long no login is made after the second failure.
    public static final Duration PAUSE = Duration.ofHours(1);

    private static final int SLOTS = 2;

    private final Store store;
    private final InstantSource clock;

    public LoginBreaker(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The answer to a wish to log in.
    sealed interface Admission {
        /// The attempt is recorded and may be made.
        record Admitted(String login, String attempt) implements Admission {}

        /// No attempt until then.
        record Blocked(Instant until) implements Admission {}
    }

    /// Until when no login is made; empty if one may be made now.
    Optional<Instant> blockedUntil(String login) {
        return store.read(handle -> blockedUntil(handle, login));
    }

    /// Records an attempt, if one may be made.
    Admission admit(String login) {
        return store.write(handle -> admit(handle, login));
    }

    /// How many logins in a row are recorded as not succeeded.
    int failures(String login) {
        return store.read(handle -> begun(handle, login).size());
    }

    /// The host let us in: all failures are forgotten.
    void succeeded(String login) {
        lift(login);
    }

    /// Nothing was offered to the host in this attempt, so it is no failure.
    void withdraw(Admission.Admitted admitted) {
        store.write(handle ->
                handle.createUpdate(
                                "DELETE FROM login_failures WHERE login = :login AND"
                                        + " attempt = :attempt")
                        .bind("login", admitted.login())
                        .bind("attempt", admitted.attempt())
                        .execute());
    }

    /// A person with the right to do so ends the pause.
    ///
    /// @return whether there was something to forget
    boolean lift(String login) {
        return store.write(handle ->
                handle.createUpdate("DELETE FROM login_failures WHERE login = :login")
                                .bind("login", login)
                                .execute()
                        > 0);
    }

    private Optional<Instant> blockedUntil(Handle handle, String login) {
        List<Long> begun = begun(handle, login);
        if (begun.size() < SLOTS) {
            return Optional.empty();
        }
        Instant until = Instant.ofEpochMilli(begun.getLast()).plus(PAUSE);
        return Optional.of(until).filter(end -> end.isAfter(clock.instant()));
    }

    private static List<Long> begun(Handle handle, String login) {
        return handle.createQuery(
                        "SELECT begun_at FROM login_failures WHERE login = :login ORDER BY begun_at")
                .bind("login", login)
                .mapTo(Long.class)
                .list();
    }

    private Admission admit(Handle handle, String login) {
        Instant now = clock.instant();
        Optional<Instant> until = blockedUntil(handle, login);
        if (until.isPresent()) {
            return new Admission.Blocked(until.get());
        }
        forgetExpired(handle, login, now);
        String attempt = UUID.randomUUID().toString();
        for (int slot = 1; slot <= SLOTS; slot++) {
            if (take(handle, login, slot, attempt, now)) {
                return new Admission.Admitted(login, attempt);
            }
        }
        // Another process took the last slot since we looked.
        return new Admission.Blocked(now.plus(PAUSE));
    }

    /// Deletes by age, not by what was seen: another process may have begun anew in between.
    private static void forgetExpired(Handle handle, String login, Instant now) {
        handle.createUpdate(
                        "DELETE FROM login_failures WHERE login = :login AND begun_at <= :expired")
                .bind("login", login)
                .bind("expired", now.minus(PAUSE).toEpochMilli())
                .execute();
    }

    private static boolean take(
            Handle handle, String login, int slot, String attempt, Instant now) {
        return handle.createUpdate(
                                "INSERT INTO login_failures (login, slot, attempt, begun_at)"
                                        + " VALUES (:login, :slot, :attempt, :now)"
                                        + " ON CONFLICT DO NOTHING")
                        .bind("login", login)
                        .bind("slot", slot)
                        .bind("attempt", attempt)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }
}
