package pikett.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// Sits on the sending client and tells what became of each call, before the library can lose it: the
/// library reads neither the HTTP status nor half an answer. Every failure leaves as a
/// [CallFailedException].
final class AnswerGuard implements Interceptor {
    private static final int LONGEST_ANSWER = 1 << 20;

    private final TokenMask mask;

    AnswerGuard(TokenMask mask) {
        this.mask = mask;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Departure departure = new Departure();
        Request request = chain.request().newBuilder().tag(Departure.class, departure).build();
        try (Response response = chain.proceed(request)) {
            return understand(response);
        } catch (CallFailedException e) {
            throw e;
        } catch (IOException e) {
            String reason = mask.describe(e);
            throw new CallFailedException(
                    departure.begun.get()
                            ? new CallFailure.Unclear(reason)
                            : new CallFailure.NeverLeft(reason));
        }
    }

    private Response understand(Response response) throws IOException {
        return switch (ApiAnswer.read(response, LONGEST_ANSWER, mask)) {
            case ApiAnswer.Result(JsonNode result) -> ApiAnswer.with(response, result);
            case ApiAnswer.Refusal(CallFailure.Refused refused) ->
                    throw new CallFailedException(refused);
            case ApiAnswer.NotTelegram(String reason) ->
                    throw new CallFailedException(new CallFailure.Unclear(reason));
        };
    }

    /// Whether a call has begun to write its request.
    private static final class Departure {
        private final AtomicBoolean begun = new AtomicBoolean();
    }

    /// Notes, after the connection stands and before the first byte of the request, that it departs.
    static final class Departures implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            Departure departure = chain.request().tag(Departure.class);
            if (departure != null) {
                departure.begun.set(true);
            }
            return chain.proceed(chain.request());
        }
    }
}
