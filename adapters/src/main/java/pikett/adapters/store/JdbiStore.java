package pikett.adapters.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
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
    record Faults(Predicate<SQLException> conflict, Predicate<SQLException> lost) {}

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
        return carryOut(writeLane, () -> retried(work));
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return carryOut(readLane, () -> reader.inTransaction(work::apply));
    }

    private <T> T retried(Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writer.inTransaction(work::apply);
            } catch (RuntimeException e) {
                if (attempt == TRIES || !matches(e, faults.conflict())) {
                    throw e;
                }
            }
        }
    }

    private <T> T carryOut(Lane lane, java.util.concurrent.Callable<T> work) {
        try {
            return lane.carryOut(work);
        } catch (RuntimeException e) {
            throw matches(e, faults.conflict()) || matches(e, faults.lost()) ? unavailable(e) : e;
        } catch (Exception e) {
            throw unavailable(e);
        }
    }

    /// The driver's text may carry the address, never the password; it stays the cause, for the log.
    private static StoreUnavailableException unavailable(Exception e) {
        return new StoreUnavailableException("the database did not do it, nothing was kept", e);
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
