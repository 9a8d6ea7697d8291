package pikett.adapters.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.ssh.LoginBreaker.Admission;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.config.Secret;

/// The breaker over each database.
abstract class LoginBreakerContract {
    private static final String LOGIN = "deploy@203.0.113.7:22 SHA256:key";

    private final Reaching.SettableClock clock = new Reaching.SettableClock();
    private Store store;
    private LoginBreaker breaker;

    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = Stores.open(emptyDatabase());
        breaker = new LoginBreaker(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void twoAreAdmittedThenNoneForAnHour() {
        assertThat(breaker.admit(LOGIN)).isInstanceOf(Admission.Admitted.class);
        clock.advance(Duration.ofMinutes(10));
        assertThat(breaker.admit(LOGIN)).isInstanceOf(Admission.Admitted.class);
        Admission.Blocked blocked = new Admission.Blocked(clock.instant().plus(LoginBreaker.PAUSE));
        assertThat(breaker.admit(LOGIN)).isEqualTo(blocked);
        assertThat(breaker.blockedUntil(LOGIN)).contains(blocked.until());
        clock.advance(Duration.ofMinutes(59));
        assertThat(breaker.admit(LOGIN)).isEqualTo(blocked);
        clock.advance(Duration.ofMinutes(1));
        assertThat(breaker.admit(LOGIN)).isInstanceOf(Admission.Admitted.class);
        assertThat(breaker.failures(LOGIN)).isEqualTo(1);
    }

    @Test
    void anotherLoginIsItsOwnMatter() {
        breaker.admit(LOGIN);
        breaker.admit(LOGIN);
        assertThat(breaker.admit(LOGIN + "2")).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void successForgetsAndAWithdrawalTakesBackOnlyItself() {
        Admission first = breaker.admit(LOGIN);
        Admission second = breaker.admit(LOGIN);
        assertThat(first).isInstanceOf(Admission.Admitted.class);
        if (second instanceof Admission.Admitted admitted) {
            breaker.withdraw(admitted);
            breaker.withdraw(admitted);
        }
        assertThat(breaker.failures(LOGIN)).isEqualTo(1);
        breaker.succeeded(LOGIN);
        assertThat(breaker.failures(LOGIN)).isZero();
        assertThat(breaker.lift(LOGIN)).isFalse();
    }

    /// Several processes share the store and none knows of the others.
    @Test
    void ofManyAtOnceTwoAreAdmitted() {
        List<CompletableFuture<Admission>> asked =
                IntStream.range(0, 50)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> new LoginBreaker(store, clock).admit(LOGIN),
                                        task -> Thread.ofVirtual().start(task)))
                        .toList();
        assertThat(asked.stream().map(CompletableFuture::join))
                .filteredOn(Admission.Admitted.class::isInstance)
                .hasSize(2);
    }
}
