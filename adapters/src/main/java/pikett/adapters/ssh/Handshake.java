package pikett.adapters.ssh;

import static pikett.adapters.reason.Detail.inner;
import static pikett.adapters.reason.Detail.span;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchSessionDisconnectException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.host.Deadline;
import pikett.adapters.host.Dialer;
import pikett.adapters.host.ReadableText;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;
import pikett.adapters.store.StoreUnavailableException;

/// One attempt to connect to a host and log in, with a deadline for each phase of it.
///
/// JSch bounds each read but not the whole, so a host that trickles would hold it for ever: when a
/// phase is over its time, the socket is closed under it.
final class Handshake {
    private static final Logger log = LoggerFactory.getLogger(Handshake.class);

    private final SshTarget target;
    private final Dialer route;
    private final LoginBreaker breaker;
    private final SshLimits limits;

    private volatile Stage stage;
    private volatile @Nullable Socket socket;
    private volatile @Nullable IOException dialFailure;
    private volatile @Nullable Reason aborted;
    private volatile LoginBreaker.@Nullable Admission admission;
    private @Nullable String login;

    Handshake(SshTarget target, Dialer route, LoginBreaker breaker, SshLimits limits) {
        this.target = target;
        this.route = route;
        this.breaker = breaker;
        this.limits = limits;
        this.stage = new Stage(Phase.DIAL, Deadline.in(limits.dial()));
    }

    /// Where the attempt is.
    private enum Phase {
        /// TCP is being connected.
        DIAL,
        /// The host has yet to prove who it is; nothing of ours was shown to it.
        KEY_EXCHANGE,
        /// We have shown, or are about to show, who we are.
        LOGIN
    }

    private record Stage(Phase phase, Deadline deadline) {}

    /// How the attempt ended.
    sealed interface Outcome {
        /// We are in.
        record Connected(Session session, Socket socket) implements Outcome {}

        /// We are not.
        ///
        /// @param retry whether the host dropped us before anything was shown to it, as a busy one does
        record NotConnected(ShellResult result, boolean retry) implements Outcome {}
    }

    /// Makes the attempt. Called once.
    Outcome run() {
        try {
            Credentials credentials = Credentials.of(target.config().login());
            login = target.login(credentials);
            Optional<Instant> blocked = breaker.blockedUntil(login);
            if (blocked.isPresent()) {
                return refused(new Refusal.LoginBlocked(blocked.get()));
            }
            return connect(credentials, PinnedHostKeys.of(target.config(), this::beforeLogin));
        } catch (Credentials.UnusableException unusable) {
            return refused(new Refusal.Misconfigured(unusable.reason()));
        } catch (IOException unreadable) {
            return refused(
                    new Refusal.Misconfigured(
                            Reason.of(Cause.KNOWN_HOSTS_UNREADABLE)
                                    .said(String.valueOf(unreadable.getMessage()))));
        } catch (StoreUnavailableException unavailable) {
            return unreachable(notRecordable(unavailable));
        }
    }

    /// Ends the attempt from another thread.
    void abort(Reason reason) {
        if (aborted == null) {
            aborted = reason;
        }
        closeQuietly(socket);
    }

    private Outcome connect(Credentials credentials, PinnedHostKeys pins) {
        FutureTask<Session> attempt = new FutureTask<>(() -> open(credentials, pins));
        stage = new Stage(Phase.DIAL, Deadline.in(limits.dial()));
        Thread.ofVirtual().name("ssh-connect " + target.name()).start(attempt);
        try {
            Session session = await(attempt);
            succeeded();
            return new Outcome.Connected(session, Objects.requireNonNull(socket));
        } catch (ExecutionException failure) {
            return failed(pins, failure.getCause());
        } catch (TimeoutException stalled) {
            return unreachable(Objects.requireNonNull(aborted));
        } catch (InterruptedException cancelled) {
            abort(Reason.of(Cause.CANCELLED));
            Thread.currentThread().interrupt();
            return unreachable(Reason.of(Cause.CANCELLED));
        }
    }

    private Session open(Credentials credentials, PinnedHostKeys pins) throws JSchException {
        var config = target.config();
        Session session =
                credentials.jsch().getSession(config.user(), config.address(), config.port());
        SessionSettings.apply(session, pins, limits);
        credentials.applyTo(session);
        session.setSocketFactory(new DialedSocket(this::dial));
        session.connect(0);
        return session;
    }

    private Socket dial(String address, int port) throws IOException {
        try {
            Socket dialed = route.dial(address, port, limits.dial());
            socket = dialed;
            Reason abandoned = aborted;
            if (abandoned != null) {
                closeQuietly(dialed);
                throw new ReasonedException(abandoned);
            }
            stage = new Stage(Phase.KEY_EXCHANGE, Deadline.in(limits.keyExchange()));
            return dialed;
        } catch (IOException failure) {
            dialFailure = failure;
            throw failure;
        }
    }

    /// The host has proved who it is. From here on we may be counted as a failed login, so this is
    /// where the attempt is recorded, before it is made.
    private void beforeLogin() {
        stage = new Stage(Phase.LOGIN, Deadline.in(limits.login()));
        LoginBreaker.Admission answer = breaker.admit(Objects.requireNonNull(login));
        admission = answer;
        if (answer instanceof LoginBreaker.Admission.Blocked) {
            throw new IllegalStateException("no login may be made");
        }
    }

    private Session await(FutureTask<Session> attempt)
            throws ExecutionException, TimeoutException, InterruptedException {
        while (true) {
            Stage now = stage;
            try {
                return attempt.get(now.deadline().left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException over) {
                if (stage.deadline().passed()) {
                    abort(stalledReason(stage.phase()));
                    withdraw();
                    throw over;
                }
            }
        }
    }

    private Reason stalledReason(Phase phase) {
        return switch (phase) {
            case DIAL -> Reason.of(Cause.NO_ANSWER, place(), span(limits.dial()));
            case KEY_EXCHANGE ->
                    Reason.of(Cause.NO_KEY_EXCHANGE, place(), span(limits.keyExchange()));
            case LOGIN -> Reason.of(Cause.NO_LOGIN_ANSWER, place(), span(limits.login()));
        };
    }

    private Detail place() {
        return Detail.text(target.place());
    }

    private static Reason notRecordable(StoreUnavailableException unavailable) {
        return Reason.of(Cause.LOGIN_NOT_RECORDABLE).said(String.valueOf(unavailable.getMessage()));
    }

    private Outcome failed(PinnedHostKeys pins, @Nullable Throwable cause) {
        Optional<Refusal.HostKeyMismatch> mismatch = pins.mismatch();
        if (mismatch.isPresent()) {
            return refused(mismatch.get());
        }
        if (admission instanceof LoginBreaker.Admission.Blocked(var until)) {
            return refused(new Refusal.LoginBlocked(until));
        }
        if (cause instanceof StoreUnavailableException unavailable) {
            return unreachable(notRecordable(unavailable));
        }
        if (aborted != null) {
            withdraw();
            return unreachable(Objects.requireNonNull(aborted));
        }
        return switch (stage.phase()) {
            case DIAL -> notDialed();
            case KEY_EXCHANGE -> notAgreed(cause);
            case LOGIN -> notLoggedIn(cause);
        };
    }

    private Outcome notDialed() {
        IOException failure = dialFailure;
        if (failure instanceof NotReachedException between) {
            return switch (between.result()) {
                case ShellResult.Refused refused -> new Outcome.NotConnected(refused, false);
                case ShellResult other ->
                        unreachable(
                                Reason.of(
                                        Cause.THROUGH,
                                        Detail.text(target.config().jump().orElse("")),
                                        inner(ShellReason.of(other))));
            };
        }
        String words = failure == null ? "" : String.valueOf(failure.getMessage());
        Reason otherwise = Reason.of(Cause.NO_CONNECTION, place()).said(words);
        Reason reason = failure == null ? otherwise : ReasonedException.of(failure, otherwise);
        // A reset is a busy host that dropped us; a refusal is an answer.
        return new Outcome.NotConnected(
                new ShellResult.Unreachable(reason), words.contains("reset"));
    }

    private Outcome notAgreed(@Nullable Throwable cause) {
        String detail = cause == null ? "" : ReadableText.of(String.valueOf(cause.getMessage()));
        if (cause instanceof JSchAlgoNegoFailException || detail.contains("There are not any")) {
            return refused(
                    new Refusal.Misconfigured(
                            Reason.of(Cause.NO_COMMON_ALGORITHM, place()).said(detail)));
        }
        Reason reason = Reason.of(Cause.ENDED_BEFORE_LOGIN, place());
        return new Outcome.NotConnected(new ShellResult.Unreachable(said(reason, cause)), true);
    }

    private Outcome notLoggedIn(@Nullable Throwable cause) {
        String detail = cause == null ? "" : String.valueOf(cause.getMessage());
        boolean judged =
                detail.startsWith("Auth fail")
                        || detail.startsWith("Auth cancel")
                        || cause instanceof JSchSessionDisconnectException;
        if (judged) {
            int failures = breaker.failures(Objects.requireNonNull(login));
            return refused(new Refusal.LoginFailed(failures));
        }
        withdraw();
        Reason reason = Reason.of(Cause.ENDED_DURING_LOGIN, place());
        return unreachable(said(reason, cause));
    }

    private static Reason said(Reason reason, @Nullable Throwable cause) {
        return cause instanceof JSchSessionDisconnectException disconnect
                ? reason.said(ReadableText.of(String.valueOf(disconnect.getDescription())))
                : reason;
    }

    private void succeeded() {
        try {
            breaker.succeeded(Objects.requireNonNull(login));
        } catch (StoreUnavailableException unavailable) {
            log.warn("login not recorded as succeeded host={}", target.name(), unavailable);
        }
    }

    /// Nothing was judged by the host, so this was no failed login.
    private void withdraw() {
        if (admission instanceof LoginBreaker.Admission.Admitted admitted) {
            try {
                breaker.withdraw(admitted);
            } catch (StoreUnavailableException unavailable) {
                log.warn("login stays recorded as failed host={}", target.name(), unavailable);
            }
        }
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.NotConnected(new ShellResult.Refused(refusal), false);
    }

    private static Outcome unreachable(Reason reason) {
        return new Outcome.NotConnected(new ShellResult.Unreachable(reason), false);
    }

    private static void closeQuietly(@Nullable Socket socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException failure) {
                log.debug("socket not closed", failure);
            }
        }
    }
}
