package pikett.alerts.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pikett.alerts.alert.Facts;

/// What a source tells of an alert beside its labels, as the alert's facts keep it.
///
/// @param title what the source calls the alert; empty where the labels say it
/// @param runbook an address where it stands what to do; only with http or https
/// @param link an address where more is to be seen; only with http or https
/// @param unlisted how many more alerts the source has and does not list; 0 for every other alert
/// @param lastHeard when the source last spoke of it; set only when that is too long ago
/// @param until so long it holds; it is over then, unless the source repeats it. Empty where only a word of
///     the source ends it
public record Account(
        Optional<String> title,
        Optional<String> summary,
        Optional<String> description,
        Optional<String> runbook,
        Optional<String> link,
        long unlisted,
        Optional<Instant> lastHeard,
        Optional<Instant> until) {
    public static final Account NONE =
            new Account(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty());

    private static final String KEY = "account";
    private static final int LONGEST_ADDRESS = 500;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final JsonMapper JSON = new JsonMapper();

    public Account {
        title = title.filter(text -> !text.isBlank());
        summary = summary.filter(text -> !text.isBlank());
        description = description.filter(text -> !text.isBlank());
        runbook = runbook.filter(Account::safe);
        link = link.filter(Account::safe);
    }

    /// One that only a word of the source ends.
    public Account(
            Optional<String> title,
            Optional<String> summary,
            Optional<String> description,
            Optional<String> runbook,
            Optional<String> link,
            long unlisted,
            Optional<Instant> lastHeard) {
        this(title, summary, description, runbook, link, unlisted, lastHeard, Optional.empty());
    }

    public static Account titled(String title) {
        return new Account(
                Optional.of(title),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    static Account ofUnlisted(long howMany) {
        return new Account(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                howMany,
                Optional.empty());
    }

    /// The same, of which nothing was heard since.
    public Account lastHeardAt(Instant when) {
        return new Account(
                title, summary, description, runbook, link, unlisted, Optional.of(when), until);
    }

    /// The same, which holds so long; as fine as facts are kept.
    Account until(Instant when) {
        return new Account(
                title,
                summary,
                description,
                runbook,
                link,
                unlisted,
                lastHeard,
                Optional.of(when.truncatedTo(ChronoUnit.MILLIS)));
    }

    /// As an alert keeps it.
    public Facts facts() {
        ObjectNode node = JSON.createObjectNode();
        ObjectNode account = node.putObject(KEY);
        title.ifPresent(text -> account.put("title", text));
        summary.ifPresent(text -> account.put("summary", text));
        description.ifPresent(text -> account.put("description", text));
        runbook.ifPresent(text -> account.put("runbook", text));
        link.ifPresent(text -> account.put("link", text));
        if (unlisted > 0) {
            account.put("unlisted", unlisted);
        }
        lastHeard.ifPresent(when -> account.put("lastHeard", when.toEpochMilli()));
        until.ifPresent(when -> account.put("until", when.toEpochMilli()));
        return new Facts(node.toString());
    }

    /// What an alert keeps. Facts of another kind, or none, give nothing.
    public static Account of(Facts facts) {
        try {
            JsonNode account = JSON.readTree(facts.json()).path(KEY);
            return new Account(
                    text(account, "title"),
                    text(account, "summary"),
                    text(account, "description"),
                    text(account, "runbook"),
                    text(account, "link"),
                    account.path("unlisted").asLong(0),
                    time(account, "lastHeard"),
                    time(account, "until"));
        } catch (JsonProcessingException _) {
            return NONE;
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText("")).filter(text -> !text.isBlank());
    }

    private static Optional<Instant> time(JsonNode node, String name) {
        return Optional.of(node.path(name))
                .filter(JsonNode::isIntegralNumber)
                .map(millis -> Instant.ofEpochMilli(millis.longValue()));
    }

    private static boolean safe(String address) {
        if (address.length() > LONGEST_ADDRESS) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return uri.getScheme() != null
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
