package pikett.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final Map<Destination, Destination> NONE = Map.of();
    private static final Map<Destination, Destination> ONE =
            Map.of(new Destination("telegram", "-1"), new Destination("telegram", "-1001"));

    private final Moves moves = new Moves();
    private final List<String> readings = new ArrayList<>();

    private Map<Destination, Destination> read(Map<Destination, Destination> found) {
        return moves.get(() -> {
            readings.add("read");
            return found;
        });
    }

    @Test
    void isReadOnceUntilSomethingMoves() {
        assertThat(read(NONE)).isEmpty();
        assertThat(read(ONE)).isEmpty();
        assertThat(readings).hasSize(1);

        moves.changed();
        assertThat(read(ONE)).isEqualTo(ONE);
        assertThat(read(NONE)).isEqualTo(ONE);
        assertThat(readings).hasSize(2);
    }

    /// What was read before the move was kept may lack it.
    @Test
    void aMoveDuringTheReadingIsReadTheNextTime() {
        moves.get(() -> {
            moves.changed();
            return NONE;
        });
        assertThat(read(ONE)).isEqualTo(ONE);
    }
}
