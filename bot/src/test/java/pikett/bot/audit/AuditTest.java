package pikett.bot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.config.Secret;

final class AuditTest {
    @TempDir Path folder;

    private final AuditLog log =
            new AuditLog(InstantSource.system(), text -> text.replace("hunter2", "•••"));
    private Store store;

    @BeforeEach
    void open() {
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_untouched_chain_is_intact() {
        write(5);

        assertThat(new AuditTrail(store).verify()).isEqualTo(new AuditTrail.Verdict.Intact(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'mallory'",
                "act = 'none'",
                "target = 'another'",
                "detail = 'none'",
                "correlation = 'x'",
                "at = at + 1",
                "kind = 'RESULT'",
                "intent_seq = 1",
                "hash = previous_hash"
            })
    void any_change_of_a_row_is_found_where_it_is(String change) {
        write(3);
        store.write(handle -> handle.execute("UPDATE audit SET " + change + " WHERE seq = 3"));

        assertThat(new AuditTrail(store).verify())
                .isInstanceOfSatisfying(
                        AuditTrail.Verdict.Broken.class,
                        broken -> assertThat(broken.seq()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6})
    void a_row_that_is_gone_is_missed(int seq) {
        write(3);
        store.write(handle -> handle.execute("DELETE FROM audit WHERE seq = ?", seq));

        assertThat(new AuditTrail(store).verify())
                .isInstanceOfSatisfying(
                        AuditTrail.Verdict.Broken.class,
                        broken -> assertThat(broken.seq()).isEqualTo(seq));
    }

    @Test
    void many_at_once_make_one_chain() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(_ -> threads.execute(() -> write(1)));
        }

        assertThat(new AuditTrail(store).verify()).isEqualTo(new AuditTrail.Verdict.Intact(80));
    }

    @Test
    void a_secret_is_never_stored() throws Exception {
        store.write(transaction ->
                log.intend(
                        transaction, new Intent("anna", "recover", "x", "password=hunter2", "c")));
        StringBuilder exported = new StringBuilder();
        new AuditTrail(store).export(exported);

        assertThat(exported).contains("•••").doesNotContain("hunter2");
        assertThat(exported.toString().lines()).hasSize(1);
    }

    private void write(int acts) {
        for (int n = 0; n < acts; n++) {
            AuditId id =
                    store.write(transaction ->
                            log.intend(
                                    transaction, new Intent("anna", "restart", "api", "{}", "c1")));
            store.write(transaction -> {
                log.result(transaction, id, "done");
                return id;
            });
        }
    }
}
