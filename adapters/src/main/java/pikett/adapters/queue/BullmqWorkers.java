package pikett.adapters.queue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;

/// The workers of a BullMQ queue. They stand in no key: each gives its connection the queue's name, and
/// the connections that Redis has are counted, as BullMQ does itself.
final class BullmqWorkers {
    private static final String NAME = "name=";

    private final String unnamed;
    private final String named;
    private final Response<String> clients;

    /// Queues the question; the answer is there after the pipeline was sent.
    BullmqWorkers(Pipeline pipeline, String queue) {
        byte[] name = queue.getBytes(StandardCharsets.UTF_8);
        unnamed = "bull:" + Base64.getEncoder().encodeToString(name);
        // Whoever only listens to the queue's events has `:qe` after it.
        named = unnamed + ":w:";
        clients =
                pipeline.executeCommand(
                        new CommandObject<>(
                                new CommandArguments(Protocol.Command.CLIENT)
                                        .add(Protocol.Keyword.LIST),
                                BuilderFactory.STRING));
    }

    /// How many there are. Empty where Redis does not tell: our user may not ask, or its operator has
    /// taken the question away. A list of nobody tells nothing either, since we are connected ourselves.
    OptionalLong count() {
        try {
            List<String> lines =
                    Stream.ofNullable(clients.get())
                            .flatMap(String::lines)
                            .filter(line -> !line.isBlank())
                            .toList();
            return lines.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                            lines.stream()
                                    .flatMap(BullmqWorkers::name)
                                    .filter(this::works)
                                    .count());
        } catch (JedisDataException _) {
            return OptionalLong.empty();
        }
    }

    private boolean works(String name) {
        return name.equals(unnamed) || name.startsWith(named);
    }

    /// No name holds a space.
    private static Stream<String> name(String client) {
        return Arrays.stream(client.split(" ", -1))
                .filter(field -> field.startsWith(NAME))
                .map(field -> field.substring(NAME.length()));
    }
}
