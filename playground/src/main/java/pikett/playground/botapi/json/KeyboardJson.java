package pikett.playground.botapi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.Refused;
import pikett.playground.telegram.message.Button;
import pikett.playground.telegram.message.Keyboard;

/// The form of `InlineKeyboardMarkup`, both ways.
public final class KeyboardJson {
    private static final Set<String> STYLES = Set.of("primary", "success", "danger");

    private KeyboardJson() {}

    static ObjectNode of(Keyboard keyboard) {
        ObjectNode node = Json.object();
        node.set(
                "inline_keyboard",
                Json.array(keyboard.rows(), row -> Json.array(row, KeyboardJson::of)));
        return node;
    }

    private static ObjectNode of(Button button) {
        ObjectNode node = Json.object().put("text", button.label());
        if (button.style() != null) {
            node.put("style", button.style());
        }
        switch (button.act()) {
            case Button.Act.Callback(String data) -> node.put("callback_data", data);
            case Button.Act.Link(String url) -> node.put("url", url);
            case Button.Act.Copy(String text) ->
                    node.set("copy_text", Json.object().put("text", text));
        }
        return node;
    }

    /// The buttons that a `reply_markup` parameter describes; the other kinds of markup give none.
    ///
    /// @throws Refused if it is malformed
    public static Keyboard read(String parameter) {
        if (parameter.isEmpty()) {
            return Keyboard.NONE;
        }
        JsonNode markup =
                Json.parse(parameter)
                        .orElseThrow(() ->
                                Refused.badRequest(
                                        "can't parse reply keyboard markup JSON object"));
        if (!markup.isObject()) {
            throw Refused.badRequest("object expected as reply markup");
        }
        List<List<Button>> rows = new ArrayList<>();
        JsonNode keyboard = markup.path("inline_keyboard");
        if (!keyboard.isMissingNode() && !keyboard.isArray()) {
            throw Refused.badRequest("field \"inline_keyboard\" must be of type Array");
        }
        for (JsonNode row : keyboard) {
            rows.add(row(row));
        }
        return new Keyboard(rows);
    }

    private static List<Button> row(JsonNode row) {
        if (!row.isArray()) {
            throw Refused.badRequest(
                    "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        }
        List<Button> buttons = new ArrayList<>();
        for (JsonNode button : row) {
            buttons.add(button(button));
        }
        return buttons;
    }

    private static Button button(JsonNode button) {
        if (!button.isObject()) {
            throw malformed("InlineKeyboardButton must be an Object");
        }
        if (!button.hasNonNull("text")) {
            throw malformed("Can't find field \"text\"");
        }
        return new Button(
                button.path("text").asText(), act(button), style(button.path("style").asText("")));
    }

    private static @Nullable String style(String name) {
        String style = name.toLowerCase(Locale.ROOT);
        if (style.isEmpty() || style.equals("default")) {
            return null;
        }
        if (!STYLES.contains(style)) {
            throw malformed("invalid button style specified");
        }
        return style;
    }

    private static Button.Act act(JsonNode button) {
        String url = button.path("url").asText("");
        String data = button.path("callback_data").asText("");
        if (!url.isEmpty()) {
            return new Button.Act.Link(url);
        }
        if (!data.isEmpty()) {
            return new Button.Act.Callback(data);
        }
        if (button.hasNonNull("copy_text")) {
            return new Button.Act.Copy(button.path("copy_text").path("text").asText(""));
        }
        throw malformed("Text buttons are unallowed in the inline keyboard");
    }

    private static Refused malformed(String reason) {
        return Refused.badRequest("can't parse inline keyboard button: " + reason);
    }
}
