package pikett.bot.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pikett.alerts.outbox.Delivery;
import pikett.config.TemplateWord;

/// Notices as JSON. What is filled in is always a text: it cannot become anything else, and is not looked
/// at for words again.
final class NoticeJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern WORD =
            Pattern.compile(
                    TemplateWord.words().stream().collect(Collectors.joining("|", "\\{(", ")}")));

    private NoticeJson() {}

    /// Pikett's own form; docs/operations.md describes it.
    static String whole(Notice notice, String key, Delivery delivery) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("version", 1)
                        .put("key", key)
                        .put("repeat", delivery.maybeRepeat())
                        .put("status", notice.state().status().word())
                        .put("severity", severity(notice))
                        .put("title", notice.title())
                        .put("text", notice.text());
        notice.about()
                .ifPresent(about -> {
                    json.put("incident", about.number());
                    json.put("opened", about.openedAt().toString());
                    ObjectNode labels = json.putObject("labels");
                    about.labels().asMap().forEach(labels::put);
                    about.link().ifPresent(link -> json.put("link", link));
                });
        return json.toString();
    }

    static String slack(String text) {
        // What Slack reads as markup; nothing of what is said shall call a whole channel.
        String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return JSON.createObjectNode().put("text", plain).toString();
    }

    /// @param template JSON, which was looked at when the configuration was read
    static String filled(String template, Notice notice) {
        try {
            return filled(JSON.readTree(template), notice).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the template is no JSON", e);
        }
    }

    private static JsonNode filled(JsonNode node, Notice notice) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(filledText(text.textValue(), notice));
            case ObjectNode object -> {
                ObjectNode filled = JSON.createObjectNode();
                object.properties()
                        .forEach(entry ->
                                filled.set(entry.getKey(), filled(entry.getValue(), notice)));
                yield filled;
            }
            case ArrayNode array -> {
                ArrayNode filled = JSON.createArrayNode();
                array.forEach(item -> filled.add(filled(item, notice)));
                yield filled;
            }
            default -> node;
        };
    }

    private static String filledText(String text, Notice notice) {
        return WORD.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                value(
                                        TemplateWord.valueOf(
                                                found.group(1).toUpperCase(Locale.ROOT)),
                                        notice)));
    }

    private static String value(TemplateWord word, Notice notice) {
        return switch (word) {
            case NUMBER -> notice.about().map(about -> "" + about.number()).orElse("");
            case STATUS -> notice.state().status().word();
            case SEVERITY -> severity(notice);
            case TITLE -> notice.title();
            case TEXT -> notice.text();
            case LABELS ->
                    notice.about()
                            .map(about ->
                                    about.labels().asMap().entrySet().stream()
                                            .map(NoticeJson::label)
                                            .collect(Collectors.joining(", ")))
                            .orElse("");
            case LINK -> notice.about().flatMap(Notice.About::link).orElse("");
        };
    }

    private static String label(Map.Entry<String, String> label) {
        return label.getKey() + "=" + label.getValue();
    }

    private static String severity(Notice notice) {
        return notice.state().severity().name().toLowerCase(Locale.ROOT);
    }
}
