package pikett.adapters.queue;

import static pikett.adapters.reason.Detail.number;
import static pikett.adapters.reason.Detail.span;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/// Why a Redis did not answer. Never quotes the password: some servers repeat what they do
/// not understand.
final class RedisTrouble {
    private static final int LONGEST = 160;

    private final RedisAddress address;
    private final Duration deadline;
    private final Map<String, Reason> byBeginning = new LinkedHashMap<>();

    RedisTrouble(RedisAddress address, Duration deadline) {
        this.address = address;
        this.deadline = deadline;
        put(Cause.REDIS_WANTS_PASSWORD, "NOAUTH");
        put(Cause.REDIS_REFUSES_PASSWORD, "WRONGPASS", "ERR invalid password");
        put(
                Cause.REDIS_HAS_NO_PASSWORD,
                "ERR AUTH <password> called without any password",
                "ERR Client sent AUTH, but no password is set");
        put(Cause.REDIS_MAY_NOT_READ, "NOPERM");
        Reason noDatabase = Reason.of(Cause.REDIS_NO_DATABASE, place(), number(address.database()));
        byBeginning.put("ERR DB index", noDatabase);
        byBeginning.put("ERR invalid DB index", noDatabase);
        put(Cause.REDIS_LOADING, "LOADING");
        put(Cause.REDIS_PROTECTED, "DENIED");
        put(Cause.REDIS_MASTER_LOST, "MASTERDOWN");
        put(Cause.REDIS_CLUSTER, "MOVED", "ASK", "CLUSTERDOWN");
    }

    private void put(Cause cause, String... beginnings) {
        for (String beginning : beginnings) {
            byBeginning.put(beginning, at(cause));
        }
    }

    private Detail place() {
        return Detail.text(address.spoken());
    }

    private Reason at(Cause cause) {
        return Reason.of(cause, place());
    }

    /// The reason.
    Reason of(JedisException trouble) {
        String message = trouble.getMessage() == null ? "" : trouble.getMessage();
        for (Map.Entry<String, Reason> known : byBeginning.entrySet()) {
            if (message.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return trouble instanceof JedisConnectionException
                ? connection(trouble, message)
                : at(Cause.REDIS_SAYS).said(masked(message));
    }

    /// The reason when the time was over.
    Reason timedOut() {
        return Reason.of(Cause.REDIS_SILENT, place(), span(deadline));
    }

    /// The reason when the answers are none of Redis.
    Reason noRedis() {
        return at(Cause.NOT_REDIS);
    }

    private Reason connection(JedisException trouble, String message) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return timedOut();
            }
        }
        return message.startsWith("Unknown reply") ? noRedis() : at(Cause.REDIS_CLOSED);
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
