package pikett.alerts.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever order beats become durable in, and however often, the same was heard.
final class HeardPropertyTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final int ROUNDS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void any_order_with_repeats_comes_to_the_same(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Heard> beats = beats(random);
            List<Heard> again = new ArrayList<>(beats);
            again.add(beats.get(random.nextInt(beats.size())));
            Collections.shuffle(again, random);

            assertThat(merged(again)).as("in the order %s", again).isEqualTo(merged(beats));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void merging_in_parts_comes_to_the_same(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Heard> beats = beats(random);
            int cut = random.nextInt(beats.size());
            Heard all = merged(beats);
            Heard parts =
                    merged(beats.subList(0, cut)).merge(merged(beats.subList(cut, beats.size())));

            assertThat(parts).isEqualTo(all);
            assertThat(all.merge(all)).isEqualTo(all);
        }
    }

    private static Heard merged(List<Heard> beats) {
        return beats.stream().reduce(Heard.nothing(START), Heard::merge);
    }

    /// Few instants, so that many beats fall together.
    private static List<Heard> beats(Random random) {
        List<Heard> beats = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            Beat beat =
                    switch (random.nextInt(4)) {
                        case 0 -> new Beat.Started();
                        case 1 -> new Beat.Succeeded();
                        case 2 -> new Beat.Failed(Optional.empty(), "text " + random.nextInt(2));
                        default -> Beat.ended(random.nextInt(3), "text " + random.nextInt(2));
                    };
            beats.add(Heard.nothing(START).and(beat, START.plusSeconds(random.nextInt(5))));
        }
        return beats;
    }
}
