package pikett.bot.inbound.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import pikett.bot.inbound.Page;

/// Answers in the form in which the tools of Alertmanager read them.
final class ApiPage {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ApiPage() {}

    static Page of(JsonNode answer) {
        return Page.json(200, answer.toString());
    }

    /// Done, and there is nothing to say.
    static Page done() {
        return new Page(200, "application/json", "");
    }

    /// What was asked makes no sense. Only a text: where `amtool` knows of a 400 or a 404, it reads nothing
    /// else.
    static Page wrong(int status, String why) {
        return Page.json(status, JSON.textNode(why).toString());
    }

    /// It cannot be asked here, or not so.
    static Page refused(int status, String why) {
        return Page.json(
                status, JSON.objectNode().put("code", status).put("message", why).toString());
    }

    static Page later(Duration after) {
        return refused(503, "This source asks too often. Come back later.")
                .with("Retry-After", Long.toString(Math.max(1, after.toSeconds())));
    }
}
