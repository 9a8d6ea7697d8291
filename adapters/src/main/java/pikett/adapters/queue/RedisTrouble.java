package pikett.adapters.queue;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/// Why a Redis did not answer, for people. Never quotes the password: some servers repeat what they do
/// not understand.
final class RedisTrouble {
    private static final int LONGEST = 160;

    private final RedisAddress address;
    private final Duration deadline;
    private final Map<String, String> byBeginning = new LinkedHashMap<>();

    RedisTrouble(RedisAddress address, Duration deadline) {
        this.address = address;
        this.deadline = deadline;
        String at = address.spoken();
        byBeginning.put("NOAUTH", "Redis asks for a password at " + at);
        byBeginning.put("WRONGPASS", "Redis does not accept our password at " + at);
        byBeginning.put("ERR invalid password", "Redis does not accept our password at " + at);
        byBeginning.put(
                "ERR AUTH <password> called without any password",
                "Redis at " + at + " has no password, but one is configured");
        byBeginning.put(
                "ERR Client sent AUTH, but no password is set",
                "Redis at " + at + " has no password, but one is configured");
        byBeginning.put("NOPERM", "our Redis user may not read the queue at " + at);
        byBeginning.put("ERR DB index", noDatabase(at));
        byBeginning.put("ERR invalid DB index", noDatabase(at));
        byBeginning.put("LOADING", "Redis at " + at + " is still loading its data");
        byBeginning.put(
                "DENIED",
                "Redis at " + at + " is in protected mode and takes only local connections");
        byBeginning.put("MASTERDOWN", "Redis at " + at + " is a replica that has lost its master");
        for (String cluster : new String[] {"MOVED", "ASK", "CLUSTERDOWN"}) {
            byBeginning.put(
                    cluster,
                    "Redis at " + at + " is a node of a cluster, which Pikett cannot read");
        }
    }

    /// The reason.
    String of(JedisException trouble) {
        String message = trouble.getMessage() == null ? "" : trouble.getMessage();
        for (Map.Entry<String, String> known : byBeginning.entrySet()) {
            if (message.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        if (trouble instanceof JedisConnectionException) {
            return connection(trouble, message);
        }
        return "Redis at " + address.spoken() + " says: " + masked(message);
    }

    /// The reason when the time was over.
    String timedOut() {
        return address.spoken() + " gave no answer within " + deadline.toSeconds() + " s";
    }

    /// The reason when the answers are none of Redis.
    String noRedis() {
        return "what answers at " + address.spoken() + " is not Redis";
    }

    private String noDatabase(String at) {
        return "Redis at " + at + " has no database " + address.database();
    }

    private String connection(JedisException trouble, String message) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return timedOut();
            }
        }
        return message.startsWith("Unknown reply")
                ? noRedis()
                : address.spoken() + " closed the connection";
    }

    private String masked(String message) {
        String line = message.lines().findFirst().orElse("");
        String safe =
                address.password()
                        .map(password -> line.replace(password.reveal(), password.toString()))
                        .orElse(line);
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
    }
}
