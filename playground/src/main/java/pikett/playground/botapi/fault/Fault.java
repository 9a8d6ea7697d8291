package pikett.playground.botapi.fault;

import java.time.Duration;
import java.util.OptionalInt;
import pikett.playground.botapi.json.Json;

/// What to do wrong with a call. *Delivered* means that the cloud did what the call asked, so that
/// people see it, whatever the bot is told.
public sealed interface Fault {
    /// Whether the call takes effect all the same.
    boolean delivered();

    /// Answers that status with that body, such as a proxy's page.
    record Respond(boolean delivered, int status, String contentType, String body)
            implements Fault {}

    /// Keeps the connection open and never answers.
    record Silence(boolean delivered) implements Fault {}

    /// Cuts the connection with a TCP reset.
    record Reset(boolean delivered) implements Fault {}

    /// Answers 429.
    ///
    /// @param seconds the value of `retry_after`; without it there are no parameters at all
    record Flood(OptionalInt seconds) implements Fault {
        @Override
        public boolean delivered() {
            return false;
        }
    }

    /// Answers 200 with only the first bytes of the JSON, as if that were all.
    record Truncated(int bytes) implements Fault {
        @Override
        public boolean delivered() {
            return true;
        }
    }

    /// Promises the whole answer, sends its first bytes, and then resets the connection.
    record Cut(int bytes) implements Fault {
        @Override
        public boolean delivered() {
            return true;
        }
    }

    /// Sends the true answer one byte at a time.
    record Trickle(Duration perByte) implements Fault {
        @Override
        public boolean delivered() {
            return true;
        }
    }

    /// A proxy answers instead of Telegram; nobody sees the message.
    static Fault respond(int status, String html) {
        return new Respond(false, status, "text/html", html);
    }

    /// A proxy answers although Telegram took the call.
    static Fault deliverThenRespond(int status, String html) {
        return new Respond(true, status, "text/html", html);
    }

    /// No answer, and nobody sees the message.
    static Fault stall() {
        return new Silence(false);
    }

    /// No answer although Telegram took the call.
    static Fault deliverThenStall() {
        return new Silence(true);
    }

    /// The connection breaks before Telegram takes the call.
    static Fault reset() {
        return new Reset(false);
    }

    /// The connection breaks after Telegram took the call.
    static Fault deliverThenReset() {
        return new Reset(true);
    }

    /// 429 with that many seconds.
    static Fault flood(int seconds) {
        return new Flood(OptionalInt.of(seconds));
    }

    /// 429 that does not say how long.
    static Fault floodWithoutParameters() {
        return new Flood(OptionalInt.empty());
    }

    /// Broken JSON although Telegram took the call.
    static Fault truncate(int bytes) {
        return new Truncated(bytes);
    }

    /// The connection breaks after that many bytes of the answer, although Telegram took the call.
    static Fault cut(int bytes) {
        return new Cut(bytes);
    }

    /// Telegram itself refuses in its own form, such as 401 for a token that was revoked.
    static Fault refuse(int code, String description) {
        String body =
                Json.object()
                        .put("ok", false)
                        .put("error_code", code)
                        .put("description", description)
                        .toString();
        return new Respond(false, code, "application/json", body);
    }

    /// One byte a second.
    static Fault trickle() {
        return new Trickle(Duration.ofSeconds(1));
    }
}
