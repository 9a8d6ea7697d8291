package pikett.adapters.queue;

import static pikett.adapters.reason.Detail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/// Keys that must hold a certain kind of value if they exist. Asked for in the same round trip as the
/// values, so that a wrong name is told from an empty queue.
final class ExpectedKeys {
    private static final int LONGEST_KEY = 80;

    private final Pipeline pipeline;
    private final List<Expected> expected = new ArrayList<>();

    ExpectedKeys(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    private record Expected(String key, String type, Response<String> found) {}

    /// The key, noted as one that must be of the type.
    String key(String key, String type) {
        expected.add(new Expected(key, type, pipeline.type(key)));
        return key;
    }

    /// Whether there is none of them. Only after the pipeline was sent.
    boolean allAbsent() {
        return expected.stream().allMatch(one -> one.found().get().equals("none"));
    }

    /// What is wrong with the first key that holds something else. Only after the pipeline was sent.
    Optional<Reason> problem() {
        return expected.stream()
                .filter(one -> !one.found().get().equals("none"))
                .filter(one -> !one.found().get().equals(one.type()))
                .map(one ->
                        Reason.of(
                                Cause.KEY_OF_OTHER_TYPE,
                                text(cut(one.key())),
                                text(one.found().get()),
                                text(one.type())))
                .findFirst();
    }

    static String cut(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY) + "…";
    }
}
