package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Membership;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.UserId;

/// A group becomes a supergroup and has another id.
final class MovingStory {
    @TempDir Path folder;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void the_bot_goes_along_says_which_id_to_configure_and_answers_as_before() throws Exception {
        Seat before = seatIn(scene.small);
        before.say("/whoami");
        scene.sees(before, "111222333");

        Seat after = seatIn(becomesSupergroup());
        scene.sees(after, after.chat().id().toString(), "configuration");
        after.say("/whoami");
        scene.sees(after, "111222333");
        assertStays(after);

        scene.whileDown(() -> {});
        after.say("/help");
        scene.sees(after, "/status");
        assertStays(after);
    }

    @Test
    void it_goes_along_too_when_it_was_away_while_the_group_moved_and_was_written_to()
            throws Exception {
        Seat before = seatIn(scene.small);
        before.say("/whoami");
        scene.sees(before, "111222333");

        List<Seat> after = new ArrayList<>();
        scene.whileDown(() -> {
            after.add(seatIn(becomesSupergroup()));
            after.getFirst().say("/whoami");
            scene.clock.jump(Duration.ofMinutes(5));
        });
        // Written too long ago to be run, in a group that is ours all the same.
        scene.sees(after.getFirst(), "waited too long");
        assertStays(after.getFirst());
    }

    private Chat becomesSupergroup() {
        return scene.playground.cloud().rooms().migrate(scene.small.id(), scene.anna());
    }

    private Seat seatIn(Chat chat) {
        return scene.playground.cloud().seat(scene.anna().id(), chat.id());
    }

    private void assertStays(Seat seat) {
        Map<UserId, Membership> members =
                scene.playground.cloud().rooms().members(seat.chat().id());
        UserId bot = scene.playground.cloud().bot().id();
        assertThat(members.get(bot)).isEqualTo(Membership.MEMBER);
    }
}
