package pikett.alerts.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pikett.adapters.http.HttpResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.config.condition.Name;

/// Reads a page or an interface on the web, such as a health endpoint.
///
/// Follows no redirect: that is an answer too. A body without the white space around it is what
/// conditions see; one that is longer than [pikett.adapters.http.HttpCall#DEFAULT_BODY_CAP] is left out.
/// Safe for use by many threads.
public final class WebProbe implements Probe {
    private static final Name BODY = Name.of("body");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Endpoint endpoint;
    private final Map<Name, String> headers = new HashMap<>();
    private final InstantSource clock;

    /// @param asked the names that conditions ask for; of the headers only these are told, each as it is
    ///     written there
    public WebProbe(Endpoint endpoint, Collection<Name> asked, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
        for (Name name : asked) {
            if (name.base().equals("header")
                    && name.argument().orElse(null) instanceof Name.Argument.Quoted(String text)) {
                headers.put(name, text.toLowerCase(Locale.ROOT));
            }
        }
    }

    @Override
    public Reading read(Instant deadline) {
        Look look = Look.begin(deadline, clock);
        return switch (endpoint.send(endpoint.call(look))) {
            case HttpResult.Answered answered -> look.known(told(answered));
            case HttpResult.Failed(var _, Reason why, var _) ->
                    Unanswered.of(look, withoutAnswer(why), why);
        };
    }

    private Found told(HttpResult.Answered answered) {
        Found found =
                new Found()
                        .flag("failed", false)
                        .number(Name.of("status"), answered.status())
                        .time("latency", answered.took())
                        .time(
                                "certificate",
                                answered.certificateExpires()
                                        .map(end -> Duration.between(clock.instant(), end)));
        if (!answered.truncated()) {
            found.put(BODY, body(answered.body().strip()));
        }
        headers.forEach((name, header) -> {
            List<String> values = answered.headers().getOrDefault(header, List.of());
            if (!values.isEmpty()) {
                // RFC 9110, 5.3: several fields of one name are one list.
                found.put(name, new Value.Text(String.join(", ", values)));
            }
        });
        return found;
    }

    /// Nothing is left of a certificate that has expired: whoever waits for its end must hear of it.
    private static Found withoutAnswer(Reason why) {
        return why.cause() == Cause.CERTIFICATE_EXPIRED
                ? new Found().time("certificate", Duration.ZERO)
                : new Found();
    }

    private static Value body(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            return root.isMissingNode() ? new Value.Text(text) : new Value.Document(root, text);
        } catch (JsonProcessingException _) {
            return new Value.Text(text);
        }
    }
}
