package pikett.adapters.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// A store over two pools of connections: one that writes, one that only reads.
final class JdbiStore implements Store {
    private static final int TRIES = 4;

    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Jdbi writer;
    private final Jdbi reader;
    private final Lane writeLane;
    private final Lane readLane;
    private final Faults faults;

    /// What an SQL error of this database means.
    ///
    /// @param conflict nothing was kept, and the same work may succeed at once
    /// @param lost the database could not be reached, or could not keep anything
    /// @param cut the connection ended: before the commit nothing was kept, and another connection may
    ///     do; during the commit nobody knows
    record Faults(
            Predicate<SQLException> conflict,
            Predicate<SQLException> lost,
            Predicate<SQLException> cut) {}

    JdbiStore(
            HikariDataSource writing,
            HikariDataSource reading,
            Lane writeLane,
            Lane readLane,
            Faults faults) {
        this.writing = writing;
        this.reading = reading;
        this.writer = Jdbi.create(writing);
        this.reader = Jdbi.create(reading);
        this.writeLane = writeLane;
        this.readLane = readLane;
        this.faults = faults;
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return carryOut(writeLane, () -> retried(writer, work, true));
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return carryOut(readLane, () -> retried(reader, work, false));
    }

    /// @param keeps whether the commit matters
    private <T> T retried(Jdbi database, Function<Handle, T> work, boolean keeps) {
        for (int attempt = 1; ; attempt++) {
            AtomicBoolean committing = new AtomicBoolean();
            try {
                return database.inTransaction(handle -> {
                    T result = work.apply(handle);
                    committing.set(keeps);
                    return result;
                });
            } catch (RuntimeException e) {
                boolean cut = matches(e, faults.cut());
                if (cut && committing.get()) {
                    throw new StoreUnavailableException(
                            "the connection was lost during the commit; whether it was kept is unknown",
                            e);
                }
                if (attempt == TRIES || (!cut && !matches(e, faults.conflict()))) {
                    throw e;
                }
            }
        }
    }

    private <T> T carryOut(Lane lane, Callable<T> work) {
        try {
            return lane.carryOut(work);
        } catch (RuntimeException e) {
            throw matches(e, faults.conflict()) || isLost(e) ? unavailable(e) : e;
        } catch (Exception e) {
            throw unavailable(e);
        }
    }

    private boolean isLost(RuntimeException e) {
        return matches(e, faults.lost())
                || (!(e instanceof StoreUnavailableException) && writing.isClosed());
    }

    /// What the driver says stays the cause, for the log.
    private static StoreUnavailableException unavailable(Exception e) {
        return e instanceof StoreUnavailableException already
                ? already
                : new StoreUnavailableException("the database did not do it, nothing was kept", e);
    }

    private static boolean matches(Throwable thrown, Predicate<SQLException> kind) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && kind.test(sql)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        writeLane.close();
        readLane.close();
        reading.close();
        writing.close();
    }
}
