package pikett.playground.botapi;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.telegram.Refused;

/// Writes one answer, well or badly. Waiting ends when the server closes.
final class Wire {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String JSON = "application/json";

    private final Request request;
    private final Response response;
    private final CountDownLatch closing;

    Wire(Request request, Response response, CountDownLatch closing) {
        this.request = request;
        this.response = response;
        this.closing = closing;
    }

    void write(Answer answer, Callback callback) {
        answer.retryAfter().ifPresent(s -> response.getHeaders().put(HttpHeader.RETRY_AFTER, s));
        write(answer.status(), JSON, answer.bytes(), callback);
    }

    void write(int status, String contentType, byte[] body, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /// Plays the fault; the answer is what the cloud said if the call was delivered.
    void spoil(Fault fault, Answer answer, Callback callback) {
        switch (fault) {
            case Fault.Respond respond ->
                    write(
                            respond.status(),
                            respond.contentType(),
                            respond.body().getBytes(StandardCharsets.UTF_8),
                            callback);
            case Fault.Silence _ -> {
                pause(PATIENCE);
                reset(callback);
            }
            case Fault.Reset _ -> reset(callback);
            case Fault.Flood(var seconds) -> write(flood(seconds), callback);
            case Fault.Truncated(int bytes) ->
                    write(
                            200,
                            JSON,
                            Arrays.copyOf(answer.bytes(), Math.min(bytes, answer.bytes().length)),
                            callback);
            case Fault.Cut(int bytes) -> cut(answer, bytes, callback);
            case Fault.Trickle(Duration perByte) -> trickle(answer, perByte, callback);
        }
    }

    private static Answer flood(OptionalInt seconds) {
        return seconds.isPresent()
                ? Answer.refused(Refused.tooMany(Duration.ofSeconds(seconds.getAsInt())))
                : Answer.error(429, "Too Many Requests");
    }

    private void cut(Answer answer, int bytes, Callback callback) {
        byte[] body = answer.bytes();
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        try {
            ByteBuffer part = ByteBuffer.wrap(body, 0, Math.min(bytes, body.length - 1));
            Content.Sink.write(response, false, part);
            reset(callback);
        } catch (IOException e) {
            callback.failed(e);
        }
    }

    private void trickle(Answer answer, Duration perByte, Callback callback) {
        byte[] body = answer.bytes();
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            for (byte each : body) {
                out.write(each);
                out.flush();
                if (pause(perByte)) {
                    break;
                }
            }
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
    }

    /// @return whether the server closes
    private boolean pause(Duration duration) {
        try {
            return closing.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Ends the connection so that the other side sees a reset and not an end.
    private void reset(Callback callback) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        try {
            if (endPoint.getTransport() instanceof NetworkChannel channel) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.close();
            }
        } catch (IOException e) {
            endPoint.close(e);
        }
        callback.failed(new IOException("connection reset on purpose"));
    }
}
