package pikett.adapters.ssh;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.host.Deadline;
import pikett.adapters.host.Dialer;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// The one session to a host, made when it is needed and made anew when it is lost.
///
/// However many ask at once, one attempt is made and all get its outcome: so a thousand commands cost
/// a host one login. Safe for use by many threads.
final class SshConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SshConnection.class);
    private static final int TRIES = 4;
    private static final long JITTER_MILLIS = 250;

    private final SshTarget target;
    private final Dialer route;
    private final LoginBreaker breaker;
    private final SshLimits limits;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable LiveSession live;
    private @Nullable CompletableFuture<Reach> connecting;
    private @Nullable Handshake handshake;

    SshConnection(
            SshTarget target,
            Dialer route,
            LoginBreaker breaker,
            SshLimits limits,
            InstantSource clock) {
        this.target = target;
        this.route = route;
        this.breaker = breaker;
        this.limits = limits;
        this.clock = clock;
    }

    /// The outcome of reaching the host.
    sealed interface Reach {
        /// Here is a session.
        record Reached(LiveSession live) implements Reach {}

        /// There is none; nothing was started.
        record NotReached(ShellResult why) implements Reach {}
    }

    SshTarget target() {
        return target;
    }

    SshLimits limits() {
        return limits;
    }

    /// Forgets the failed logins of what we log in with now.
    ///
    /// @return whether there were any
    boolean liftLoginPause() {
        try {
            Credentials credentials = Credentials.of(target.config().login());
            return breaker.lift(target.login(credentials));
        } catch (Credentials.UnusableException unusable) {
            return false;
        }
    }

    /// Until when no login is made; empty when one may be made, or nothing is there to log in with.
    Optional<Instant> loginPause() {
        try {
            Credentials credentials = Credentials.of(target.config().login());
            return breaker.blockedUntil(target.login(credentials));
        } catch (Credentials.UnusableException unusable) {
            return Optional.empty();
        }
    }

    /// A session, waiting for it until the deadline. An interrupt ends the wait and stays set.
    Reach reach(Deadline deadline) {
        CompletableFuture<Reach> attempt;
        lock.lock();
        try {
            LiveSession usable = live;
            if (isClosed()) {
                return notReached(Reason.of(Cause.STOPPING));
            }
            if (usable != null && usable.connected()) {
                return new Reach.Reached(usable);
            }
            live = null;
            attempt = connecting;
            if (attempt == null) {
                attempt = new CompletableFuture<>();
                connecting = attempt;
                start(attempt);
            }
        } finally {
            lock.unlock();
        }
        return await(attempt, deadline);
    }

    /// The session does not work, although it may look connected: the next command gets another.
    void discard(LiveSession broken) {
        lock.lock();
        try {
            if (live == broken) {
                live = null;
            }
        } finally {
            lock.unlock();
        }
        broken.end();
    }

    /// Ends the session if nobody has used it for long enough.
    void endIfIdle() {
        LiveSession idle;
        lock.lock();
        try {
            idle = live;
            if (idle == null || !idle.unusedFor(limits.idle())) {
                return;
            }
            live = null;
        } finally {
            lock.unlock();
        }
        idle.end();
        log.info("ssh session closed host={} reason=idle", target.name());
    }

    @Override
    public void close() {
        LiveSession last;
        Handshake running;
        lock.lock();
        try {
            closed.countDown();
            last = live;
            live = null;
            running = handshake;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.abort(Reason.of(Cause.STOPPING));
        }
        if (last != null) {
            last.end();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private Reach await(CompletableFuture<Reach> attempt, Deadline deadline) {
        try {
            return attempt.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return notReached(Reason.of(Cause.NO_CONNECTION_IN_TIME, Detail.text(target.place())));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return notReached(Reason.of(Cause.CANCELLED));
        } catch (ExecutionException bug) {
            throw new IllegalStateException("connecting to " + target.name(), bug.getCause());
        }
    }

    private void start(CompletableFuture<Reach> attempt) {
        Thread.ofVirtual()
                .name("ssh-reach " + target.name())
                .start(() -> {
                    try {
                        attempt.complete(settle(tryToConnect()));
                    } catch (RuntimeException | InterruptedException failure) {
                        settle(notReached(Reason.of(Cause.ERROR_INSIDE)));
                        attempt.completeExceptionally(failure);
                    }
                });
    }

    /// Repeats only what a busy host drops before anything was shown to it, after a little while that
    /// differs between those who were dropped together.
    private Reach tryToConnect() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Handshake next = new Handshake(target, route, breaker, limits);
            lock.lock();
            try {
                handshake = next;
            } finally {
                lock.unlock();
            }
            if (isClosed()) {
                return notReached(Reason.of(Cause.STOPPING));
            }
            switch (next.run()) {
                case Handshake.Outcome.Connected(var session, var socket) -> {
                    log.info(
                            "ssh session opened host={} address={}", target.name(), target.place());
                    return new Reach.Reached(
                            new LiveSession(session, socket, limits.channels(), clock));
                }
                case Handshake.Outcome.NotConnected(var why, var retry) -> {
                    if (!retry || attempt == TRIES || pause(attempt)) {
                        log.warn("ssh host={} not reached: {}", target.name(), ShellReason.of(why));
                        return new Reach.NotReached(why);
                    }
                }
            }
        }
    }

    /// Waits; true if we are closed meanwhile.
    private boolean pause(int attempt) throws InterruptedException {
        long most = JITTER_MILLIS << attempt;
        return closed.await(
                ThreadLocalRandom.current().nextLong(JITTER_MILLIS, most + 1),
                TimeUnit.MILLISECONDS);
    }

    private Reach settle(Reach reach) {
        LiveSession tooLate = null;
        lock.lock();
        try {
            connecting = null;
            handshake = null;
            if (reach instanceof Reach.Reached(var made)) {
                if (isClosed()) {
                    tooLate = made;
                } else {
                    live = made;
                }
            }
        } finally {
            lock.unlock();
        }
        if (tooLate != null) {
            tooLate.end();
            return notReached(Reason.of(Cause.STOPPING));
        }
        return reach;
    }

    private static Reach notReached(Reason reason) {
        return new Reach.NotReached(new ShellResult.Unreachable(reason));
    }

    /// How long opening a channel may take, given what is left.
    Duration channelTime(Deadline deadline) {
        Duration left = deadline.left();
        return left.compareTo(limits.channel()) < 0 ? left : limits.channel();
    }
}
