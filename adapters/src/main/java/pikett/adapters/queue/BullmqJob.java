package pikett.adapters.queue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is read of a BullMQ job: its times, how it failed, its options. Never its data.
///
/// @param fields those of [#FIELDS] that it has
record BullmqJob(String id, Map<String, String> fields) {
    /// The fields of the job's hash; early versions wrote `attemptsMade` for `atm`.
    static final List<String> FIELDS =
            List.of(
                    "timestamp",
                    "opts",
                    "processedOn",
                    "failedReason",
                    "atm",
                    "attemptsMade",
                    "finishedOn");

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_REASON = 300;

    BullmqJob {
        fields = Map.copyOf(fields);
    }

    /// The job.
    ///
    /// @param values of [#FIELDS], in their order; null for those that it does not have
    static BullmqJob of(String id, List<String> values) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            String name = FIELDS.get(i);
            Optional.ofNullable(values.get(i)).ifPresent(value -> fields.put(name, value));
        }
        return new BullmqJob(id, fields);
    }

    /// Since when it could have been taken: after its delay, and after the last try. Empty when the job is
    /// gone or tells no time.
    Optional<Instant> waitingSince() {
        Optional<Instant> due =
                instant("timestamp").map(created -> created.plusMillis(delayMillis()));
        Optional<Instant> lastTry = instant("processedOn");
        return due.map(d -> lastTry.filter(d::isBefore).orElse(d));
    }

    /// How it failed.
    QueueReading.Failure failure() {
        String reason =
                text("failedReason").flatMap(BullmqJob::firstLine).orElse("no reason recorded");
        int attempts = number("atm").or(() -> number("attemptsMade")).orElse(0L).intValue();
        return new QueueReading.Failure(id, reason, attempts, instant("finishedOn"));
    }

    private static Optional<String> firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line ->
                        line.length() <= LONGEST_REASON
                                ? line
                                : line.substring(0, LONGEST_REASON) + "…");
    }

    /// The delay with which the job was added; BullMQ resets the job's own `delay` once it is over.
    private long delayMillis() {
        try (JsonParser parser = JSON.createParser(text("opts").orElse("{}"))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isDelay = parser.currentName().equals("delay");
                JsonToken value = parser.nextToken();
                if (isDelay && value == JsonToken.VALUE_NUMBER_INT) {
                    return Math.max(0, parser.getLongValue());
                }
                parser.skipChildren();
            }
            return 0;
        } catch (IOException _) {
            return 0;
        }
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    private Optional<Long> number(String field) {
        try {
            return text(field).map(Long::parseLong);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<Instant> instant(String field) {
        try {
            return number(field).map(Instant::ofEpochMilli);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
