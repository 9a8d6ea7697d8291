package pikett.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Sits on the polling client. Keeps what came over the wire, tells the journal what the library does not read
/// (`error_code`, `retry_after`), and leaves the library of the updates their bare ids: one that it cannot
/// decode would otherwise fail the whole batch, again and again, for a day.
///
/// Used by the one thread of one polling session.
final class PollGuard implements Interceptor {
    private static final int LONGEST_ANSWER = 32 << 20;

    private final TokenMask mask;
    private final PollJournal journal;
    private final Runnable connectionsSuspect;
    private UpdateBatch batch = UpdateBatch.EMPTY;

    /// @param connectionsSuspect called after every third failure in a row
    PollGuard(TokenMask mask, PollJournal journal, Runnable connectionsSuspect) {
        this.mask = mask;
        this.journal = journal;
        this.connectionsSuspect = connectionsSuspect;
    }

    /// What the last poll brought, once.
    UpdateBatch takeBatch() {
        UpdateBatch taken = batch;
        batch = UpdateBatch.EMPTY;
        return taken;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try (Response response = chain.proceed(chain.request())) {
            boolean poll = chain.request().url().encodedPath().endsWith("/getupdates");
            return switch (ApiAnswer.read(response, LONGEST_ANSWER, mask)) {
                case ApiAnswer.Result(JsonNode result) ->
                        ApiAnswer.with(response, poll ? received(result) : reached(result));
                case ApiAnswer.Refusal(CallFailure.Refused refused) ->
                        throw failed(PollFailure.of(refused));
                case ApiAnswer.NotTelegram(String reason) ->
                        throw failed(new PollFailure.Unreachable(reason));
            };
        } catch (PollFailedException e) {
            throw e;
        } catch (IOException e) {
            throw failed(new PollFailure.Unreachable(mask.describe(e)));
        }
    }

    private JsonNode reached(JsonNode result) {
        journal.succeeded(false);
        return result;
    }

    private JsonNode received(JsonNode result) throws PollFailedException {
        UpdateBatch received = UpdateBatch.of(result);
        if (!result.isArray() || (received.updates().isEmpty() && !result.isEmpty())) {
            throw failed(new PollFailure.Unreachable("updates without usable ids"));
        }
        batch = received;
        journal.succeeded(!result.isEmpty());
        return ids(received.updates());
    }

    private static ArrayNode ids(List<RawUpdate> updates) {
        ArrayNode all = ApiAnswer.JSON.createArrayNode();
        updates.forEach(update -> all.addObject().put("update_id", update.updateId()));
        return all;
    }

    private PollFailedException failed(PollFailure failure) {
        if (journal.failed(failure) % 3 == 0) {
            connectionsSuspect.run();
        }
        return new PollFailedException(failure.reason());
    }

    /// Ends the poll; the library logs it, so it carries nothing but a masked text.
    private static final class PollFailedException extends IOException {
        private static final long serialVersionUID = 1L;

        PollFailedException(String reason) {
            super(reason);
        }
    }
}
