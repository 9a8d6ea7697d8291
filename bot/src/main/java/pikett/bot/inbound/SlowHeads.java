package pikett.bot.inbound;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/// Closes connections that take too long to say what they want. Each byte of a head starts the idle time
/// anew; a sender of one byte now and then would keep its place for hours. Thread-safe.
final class SlowHeads implements Connection.Listener {
    private final Scheduler scheduler;
    private final Duration within;

    /// @param within how long a head may take; of a later request it is found out after at most
    ///     three times as long
    SlowHeads(Scheduler scheduler, Duration within) {
        this.scheduler = scheduler;
        this.within = within;
    }

    /// How far a connection had come.
    ///
    /// @param inHead whether it is known to have begun a head that had not ended
    private record Standing(long requests, long answers, long bytes, boolean inHead) {
        static Standing opened(Connection connection) {
            return new Standing(0, 0, connection.getBytesIn(), true);
        }

        Standing now(Connection connection) {
            long asked = connection.getMessagesIn();
            long answered = connection.getMessagesOut();
            long received = connection.getBytesIn();
            boolean waiting = asked == requests && asked == answered;
            return new Standing(asked, answered, received, waiting && (inHead || received > bytes));
        }
    }

    @Override
    public void onOpened(Connection connection) {
        lookLater(connection, Standing.opened(connection));
    }

    private void lookLater(Connection connection, Standing before) {
        scheduler.schedule(
                () -> look(connection, before), within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Connection connection, Standing before) {
        if (!connection.getEndPoint().isOpen()) {
            return;
        }
        Standing now = before.now(connection);
        if (before.inHead() && now.inHead()) {
            connection.close();
        } else {
            lookLater(connection, now);
        }
    }
}
