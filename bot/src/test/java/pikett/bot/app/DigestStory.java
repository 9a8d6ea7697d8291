package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// A person asks what happened, and looks closer.
final class DigestStory {
    /// Where the digests of today are still to come, whatever the hour.
    private static final ZoneId ZONE = whereItIsFive();

    @TempDir Path folder;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene =
                new Scene(
                        folder,
                        """
                        hosts: { here: { local: true } }
                        services: { api: { host: here, pm2: api } }
                        digests:
                          morning: { cron: '0 0 8 * * ?', time-zone: %1$s, to: [ops] }
                          trouble: { cron: '0 0 9 * * ?', time-zone: %1$s, to: [small],
                                     only-when: not-green }
                        """
                                .formatted(ZONE));
    }

    /// Hours ahead are negative in these names.
    private static ZoneId whereItIsFive() {
        int behind = Instant.now().atOffset(ZoneOffset.UTC).getHour() - 5;
        return ZoneId.of("Etc/GMT%+d".formatted(behind > 12 ? behind - 24 : behind));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_quiet_day_is_one_line() {
        Seat lena = scene.alone(scene.lena());
        lena.say("/digest");
        Message quiet = scene.sees(lena, "🟢");
        assertThat(quiet.text()).isEqualTo("🟢 Alles ruhig · letzte 24 h");
        lena.say("/digest 7d");
        scene.sees(lena, "🟢 Alles ruhig · letzte 7 Tage");
    }

    @Test
    void what_happened_fits_the_screen_and_the_rest_is_a_tap_away() {
        Seat ops = scene.inOps(scene.anna());
        scene.programs.processes("errored", 3, "online", 0);
        Message card = scene.sees(ops, "🔴 api is down");
        scene.presses(ops, card, "✋ Take");
        scene.sees(ops, "✋ anna has it since");

        ops.say("/digest");
        Message digest =
                scene.sees(ops, "📋 Digest · last 24 h", "✋ #1 api is down", "📈 1 incident");
        scene.presses(ops, digest, "📄 Details");
        Message details =
                scene.sees(ops, "✋ #1 api is down", " · anna", "⏳ longest: #1 api is down");
        assertThat(details.id()).isEqualTo(digest.id());
        scene.presses(ops, details, "◀️ Less");
        scene.sees(
                ops, message -> message.id() == digest.id() && !message.text().contains(" · anna"));
    }

    @Test
    void what_is_no_period_is_told_how_to_ask() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/digest yesterday");
        scene.sees(anna, "How far back?");
        anna.say("/digest 32d");
        scene.sees(anna, message -> count(anna, "How far back?") == 2);
        anna.say("/digset");
        scene.sees(anna, "/digest");
        anna.say("/help");
        scene.sees(anna, "/digest", "what happened lately");
    }

    @Test
    void it_comes_every_morning_by_itself_and_is_made_up_for_once() throws Exception {
        Seat ops = scene.inOps(scene.anna());
        jumpTo(LocalTime.of(8, 30));
        Message quiet = scene.sees(ops, "🟢 All quiet · 24 h to");
        assertThat(quiet.silent()).isTrue();
        jumpTo(LocalTime.of(8, 30));
        await().atMost(Scene.PATIENCE).until(() -> count(ops, "🟢") == 2);

        scene.whileDown(() -> scene.clock.jump(Duration.ofDays(5)));
        await().atMost(Scene.PATIENCE).until(() -> count(ops, "🟢") == 3);
        scene.whileDown(() -> {});
        jumpTo(LocalTime.of(8, 30));
        await().atMost(Scene.PATIENCE).until(() -> count(ops, "🟢") == 4);
    }

    @Test
    void one_for_bad_days_comes_only_then_and_shows_the_facts_of_its_sending() {
        Seat small = scene.playground.cloud().seat(scene.anna().id(), scene.small.id());
        jumpTo(LocalTime.of(9, 30));
        scene.sees(scene.inOps(scene.anna()), "🟢 All quiet");
        scene.programs.processes("errored", 3, "online", 0);
        scene.sees(small, "🔴 api is down");
        assertThat(count(small, "All quiet")).isZero();
        jumpTo(LocalTime.of(9, 0, 2));
        Message digest = scene.sees(small, "📋 Digest · last 24 h", "🔴 #1 api is down");
        scene.presses(small, digest, "📄 Details");
        scene.sees(small, "📋 Digest", "⏳ longest: #1 api is down");
    }

    /// To the next time that a clock there shows this.
    private void jumpTo(LocalTime time) {
        ZonedDateTime now = scene.clock.instant().atZone(ZONE);
        ZonedDateTime today = now.with(time);
        ZonedDateTime next = today.isAfter(now) ? today : today.plusDays(1);
        scene.clock.jump(Duration.between(now, next));
    }

    private long count(Seat seat, String words) {
        return scene.said(seat).stream().filter(message -> message.text().contains(words)).count();
    }
}
