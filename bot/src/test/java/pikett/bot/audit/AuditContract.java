package pikett.bot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.config.Secret;

/// The chain, on any database.
abstract class AuditContract {
    private static final List<String> TEXTS =
            List.of(
                    "kind",
                    "actor",
                    "act",
                    "target",
                    "detail",
                    "correlation",
                    "previous_hash",
                    "hash");

    protected final AuditLog log =
            new AuditLog(InstantSource.system(), text -> text.replace("hunter2", "•••"));
    protected Store store;

    /// The URL of a database without tables.
    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        store = Stores.open(emptyDatabase());
    }

    @AfterEach
    final void close() {
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
                "kind = 'result'",
                "intent_seq = 99",
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
    void every_character_that_is_changed_is_found() {
        write(2);
        int changes = 0;
        for (long seq = 1; seq <= 4; seq++) {
            for (String column : TEXTS) {
                changes += changeEveryCharacter(seq, column);
            }
        }

        assertThat(changes).isGreaterThan(4 * 2 * 64);
        assertThat(new AuditTrail(store).verify()).isEqualTo(new AuditTrail.Verdict.Intact(4));
    }

    private int changeEveryCharacter(long seq, String column) {
        String text =
                store.read(handle ->
                        handle.createQuery("SELECT " + column + " FROM audit WHERE seq = " + seq)
                                .mapTo(String.class)
                                .one());
        for (int index = 0; index < text.length(); index++) {
            StringBuilder changed = new StringBuilder(text);
            changed.setCharAt(index, (char) (text.charAt(index) ^ 1));
            set(seq, column, changed.toString());
            assertThat(new AuditTrail(store).verify())
                    .as("%s of row %s changed at %s", column, seq, index)
                    .isInstanceOfSatisfying(
                            AuditTrail.Verdict.Broken.class,
                            broken -> assertThat(broken.seq()).isEqualTo(seq));
        }
        set(seq, column, text);
        return text.length();
    }

    private void set(long seq, String column, String text) {
        store.write(handle ->
                handle.execute("UPDATE audit SET " + column + " = ? WHERE seq = ?", text, seq));
    }

    @Test
    void a_row_that_was_added_behind_the_end_is_found() {
        write(1);
        store.write(handle ->
                handle.execute(
                        """
                        INSERT INTO audit SELECT 3, at, kind, 3, actor, act, target, detail,
                            correlation, hash, hash FROM audit WHERE seq = 2
                        """));

        assertThat(new AuditTrail(store).verify())
                .isInstanceOfSatisfying(
                        AuditTrail.Verdict.Broken.class,
                        broken -> assertThat(broken.seq()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM audit_head",
                "UPDATE audit_head SET seq = seq - 1",
                "UPDATE audit_head SET hash = 'x'"
            })
    void a_changed_note_of_the_end_is_found(String change) {
        write(2);
        store.write(handle -> handle.execute(change));

        assertThat(new AuditTrail(store).verify()).isInstanceOf(AuditTrail.Verdict.Broken.class);
    }

    @Test
    void verifying_while_acts_go_on_finds_nothing_wrong() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread acting =
                Thread.startVirtualThread(() -> {
                    while (!over.get()) {
                        write(1);
                    }
                });
        for (int n = 0; n < 30; n++) {
            assertThat(new AuditTrail(store).verify())
                    .isInstanceOf(AuditTrail.Verdict.Intact.class);
        }
        over.set(true);
        acting.join();
    }

    @Test
    void only_the_first_result_counts() {
        AuditId id = intend("anna");

        assertThat(result(id, "first")).isTrue();
        assertThat(result(id, "second")).isFalse();
        assertThat(new AuditTrail(store).verify()).isEqualTo(new AuditTrail.Verdict.Intact(2));
    }

    @Test
    void what_a_crash_left_open_ended_in_an_unknown_way() throws Exception {
        AuditId ended = intend("anna");
        result(ended, "done");
        intend("arsen");
        intend("lena");

        assertThat(store.<Integer>write(log::settleOpen)).isEqualTo(2);
        assertThat(store.<Integer>write(log::settleOpen)).isZero();

        StringBuilder exported = new StringBuilder();
        new AuditTrail(store).export(exported);
        assertThat(exported.toString().lines().filter(line -> line.contains("unknown")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("arsen"))
                .anySatisfy(line -> assertThat(line).contains("lena"));
        assertThat(new AuditTrail(store).verify()).isEqualTo(new AuditTrail.Verdict.Intact(6));
    }

    @Test
    void text_that_no_database_keeps_does_not_break_the_chain() {
        result(intend("nul \u0000 half \uD83D"), "result \uDE00 \u0000");

        assertThat(new AuditTrail(store).verify()).isEqualTo(new AuditTrail.Verdict.Intact(2));
    }

    @Test
    void an_intent_that_was_not_committed_is_no_part_of_the_chain() {
        assertThatThrownBy(() ->
                        store.write(transaction -> {
                            log.intend(transaction, intent("anna"));
                            throw new IllegalStateException("the run could not be opened");
                        }))
                .hasMessage("the run could not be opened");
        write(1);

        assertThat(new AuditTrail(store).verify()).isEqualTo(new AuditTrail.Verdict.Intact(2));
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
            result(intend("anna"), "done");
        }
    }

    private AuditId intend(String actor) {
        return store.write(transaction -> log.intend(transaction, intent(actor)));
    }

    private static Intent intent(String actor) {
        return new Intent(actor, "restart", "api", "{}", "c1");
    }

    private boolean result(AuditId id, String text) {
        return store.write(transaction -> log.result(transaction, id, text));
    }
}
