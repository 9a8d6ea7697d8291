package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Press;
import pikett.playground.telegram.message.Message;

/// What people do from the phone happens on the host, once, and only if they may.
@Tag("real")
@ExtendWith(InRealWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealActTest {
    private final RealWorld world;
    private final Path journal;
    private final Site site;
    private final Phone anna;
    private final Phone arsen;
    private final Phone lena;

    RealActTest(RealWorld world, @TempDir Path folder) throws IOException {
        this.world = world;
        this.journal = Files.createFile(folder.resolve("journal"));
        this.site = new Site(folder, Targets.all(world, journal));
        this.anna = site.phone(site.cast().anna());
        this.arsen = site.phone(site.cast().arsen());
        this.lena = site.phone(site.cast().lena());
    }

    @AfterAll
    void stop() throws IOException {
        try {
            Canaries.assertSilent(site);
        } finally {
            site.close();
        }
    }

    /// The starts of the runbooks' script with this verb, as the far side wrote them down.
    private List<String> starts(String verb) {
        try {
            return Files.readAllLines(journal).stream()
                    .filter(line -> line.startsWith(verb + " "))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aRestartIsConfirmedDoneOnceAndVerified() {
        int before = world.pm2().restarts(Pm2.HEALTHY);
        Message offer = arsen.ask("/restart " + Pm2.HEALTHY, "Restart " + Pm2.HEALTHY + "?");
        assertThat(world.pm2().restarts(Pm2.HEALTHY)).as("not on one tap").isEqualTo(before);

        arsen.tap(offer, "🔁 Restart");

        arsen.becomes(
                offer,
                "✅ " + Pm2.HEALTHY + " was restarted",
                "by arsen",
                "exit 0",
                "healthy after",
                "no restart since");
        assertThat(world.pm2().restarts(Pm2.HEALTHY)).isEqualTo(before + 1);
    }

    @Test
    void aDoubleTapRestartsOnce() {
        int before = world.pm2().restarts(Pm2.HEALTHY);
        Message offer = anna.ask("/restart " + Pm2.HEALTHY, "Restart " + Pm2.HEALTHY + "?");

        Press first = anna.press(offer, "🔁 Restart");
        Press second = anna.press(offer, "🔁 Restart");

        assertThat(List.of(Phone.note(first), Phone.note(second)))
                .containsOnlyOnce("Started.")
                .hasSize(2);
        anna.becomes(offer, "was restarted", "no restart since");
        assertThat(world.pm2().restarts(Pm2.HEALTHY)).isEqualTo(before + 1);
    }

    @Test
    void aRestartThatDoesNotHelpIsCalledSoWithTheLog() {
        Message offer = arsen.ask("/restart " + Pm2.LOOPING, "Restart " + Pm2.LOOPING + "?");

        arsen.tap(offer, "🔁 Restart");

        Message result =
                arsen.becomes(
                        offer, "🔴 Restarting " + Pm2.LOOPING + " did not help", "YclientsClient");
        assertThat(result.text()).containsPattern("restart loop: \\d+ restarts? while we watched");
    }

    @Test
    void whoMayNotActIsTold() {
        int before = world.pm2().restarts(Pm2.HEALTHY);

        lena.ask("/restart " + Pm2.HEALTHY, "needs the role operator");

        assertThat(world.pm2().restarts(Pm2.HEALTHY)).isEqualTo(before);
    }

    @Test
    void anothersButtonDoesNothing() {
        int before = world.pm2().restarts(Pm2.HEALTHY);
        Phone annaInGroup = site.inGroup(site.cast().anna());
        Message offer = annaInGroup.ask("/restart " + Pm2.HEALTHY, "Restart " + Pm2.HEALTHY + "?");

        String note = site.inGroup(site.cast().arsen()).tap(offer, "🔁 Restart");

        assertThat(note).isEqualTo("Only the person who asked may press this.");
        annaInGroup.tap(offer, "Cancel");
        annaInGroup.becomes(offer, "Cancelled by anna. Nothing was run.");
        assertThat(world.pm2().restarts(Pm2.HEALTHY)).isEqualTo(before);
    }

    @Test
    void aRunbookRunsWithItsArgumentAndIsVerified() {
        Message offer = arsen.ask("/recover company 962302", "962302", "wait until healthy");

        arsen.tap(offer, "Run");

        arsen.becomes(
                offer, "✅ Restore one company is done", "by arsen", "exit 0", "healthy after");
        assertThat(starts("company")).hasSize(1).first().asString().endsWith(" 962302");
    }

    @Test
    void aHostileArgumentIsRefused() {
        Path trace = journal.resolveSibling("x");
        List<String> before = starts("company");

        arsen.ask("/recover company $(touch x)", "is no value for id");
        arsen.ask(
                "/recover company \"$(touch " + trace + ")\"",
                "is no value for id",
                "For example: /recover company 962302");
        arsen.ask("/recover company 962302;id", "is no value for id");

        assertThat(starts("company")).isEqualTo(before);
        assertThat(trace).doesNotExist();
    }

    @Test
    void aStepThatFailsShowsItsExitCodeAndItsLastLines() {
        Message offer = anna.ask("/recover broken", "Run Restore from backup?");

        anna.tap(offer, "Run");

        anna.becomes(offer, "🔴 Restore from backup failed", "exit 3", "cannot restore: disk full");
    }

    @Test
    void twoPeopleAgreeToWhatNeedsTwo() {
        Phone annaInGroup = site.inGroup(site.cast().anna());
        Message offer =
                annaInGroup.ask("/recover session", "Agreed: anna", "1 more person must agree");

        assertThat(annaInGroup.tap(offer, "Agree"))
                .isIn("Somebody else must agree.", "You have already agreed.");
        assertThat(site.inGroup(site.cast().lena()).tap(offer, "Agree"))
                .isEqualTo("You may not run this.");
        assertThat(starts("session")).isEmpty();
        site.inGroup(site.cast().arsen()).tap(offer, "Agree");

        annaInGroup.becomes(
                offer, "✅ Reopen the session is done", "by anna, agreed by arsen", "exit 0");
        assertThat(starts("session")).hasSize(1);
    }

    @Test
    void stopEndsWhatRunsOnTheHost() {
        int before = starts("slow").size();
        Message offer = anna.ask("/recover slow", "Run Restore everything?");
        anna.tap(offer, "Run");
        await().atMost(Duration.ofSeconds(60)).until(() -> starts("slow").size() == before + 1);
        long pid = Long.parseLong(starts("slow").getLast().split(" ")[1]);
        assertThat(ProcessHandle.of(pid)).isPresent();
        Message running = anna.becomes(offer, "Restore everything is running");

        Message asked = arsen.ask("/recover slow", "anna is already on it, since");
        assertThat(asked.keyboard().isEmpty()).isTrue();
        anna.tap(running, "Stop");

        anna.becomes(offer, "Restore everything was stopped", "Stopped by anna");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ProcessHandle.of(pid)).isEmpty());
        assertThat(starts("slow")).hasSize(before + 1);
    }

    @Test
    void whatKillMinusNineCutOffIsUnknownAndNotRepeated() throws IOException {
        int before = starts("slow").size();
        Message offer = anna.ask("/recover slow", "Run Restore everything?");
        anna.tap(offer, "Run");
        await().atMost(Duration.ofSeconds(60)).until(() -> starts("slow").size() == before + 1);

        site.kill();
        site.startAgain();

        anna.becomes(offer, "❔ Restore everything: outcome unknown", "Pikett does not repeat it");
        // It has long been answering again, and the far side has seen no second start.
        anna.ask("/status " + Pm2.HEALTHY, "As of");
        assertThat(starts("slow")).hasSize(before + 1);
        ProcessHandle.of(Long.parseLong(starts("slow").getLast().split(" ")[1]))
                .ifPresent(left -> {
                    left.descendants().forEach(ProcessHandle::destroyForcibly);
                    left.destroyForcibly();
                });
    }
}
