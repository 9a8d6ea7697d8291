package pikett.playground.telegram;

import java.nio.charset.StandardCharsets;
import java.util.List;
import pikett.playground.telegram.message.Button;
import pikett.playground.telegram.message.Content;
import pikett.playground.telegram.message.Keyboard;
import pikett.playground.telegram.message.StoredFile;
import pikett.playground.telegram.text.FormattedText;

/// What a message of the bot may hold.
final class Limits {
    private static final int TEXT = 4096;
    private static final int CAPTION = 1024;
    private static final int ENTITIES = 100;
    private static final int BUTTONS = 100;
    private static final int CALLBACK_BYTES = 64;
    private static final int COPY_TEXT = 256;

    private Limits() {}

    /// The content as the cloud takes it: trimmed, at most 100 entities, links found.
    ///
    /// @param tooLong what to say about text over 4096 units; it differs between send and edit
    static Content checked(Content content, String tooLong) {
        return switch (content) {
            case Content.Text(FormattedText text) -> new Content.Text(text(text, tooLong));
            case Content.Document(StoredFile file, FormattedText caption) ->
                    new Content.Document(file, caption(caption));
            case Content.Photo(StoredFile file, FormattedText caption) ->
                    new Content.Photo(file, caption(caption));
            case Content.Service _ -> throw Refused.badRequest("message can't be edited");
        };
    }

    private static FormattedText text(FormattedText raw, String tooLong) {
        FormattedText text = settled(raw);
        if (text.length() == 0) {
            throw Refused.badRequest("text must be non-empty");
        }
        if (text.length() > TEXT) {
            throw Refused.badRequest(tooLong);
        }
        return text;
    }

    private static FormattedText caption(FormattedText raw) {
        FormattedText caption = settled(raw);
        if (caption.length() > CAPTION) {
            throw Refused.badRequest("message caption is too long");
        }
        return caption;
    }

    private static FormattedText settled(FormattedText raw) {
        FormattedText full = raw.trimmed().withFoundEntities();
        return new FormattedText(full.text(), full.entities().stream().limit(ENTITIES).toList());
    }

    static Keyboard checked(Keyboard keyboard) {
        List<Button> buttons = keyboard.buttons().toList();
        if (buttons.size() > BUTTONS) {
            throw Refused.badRequest("reply markup is too long");
        }
        buttons.forEach(Limits::check);
        return keyboard;
    }

    private static void check(Button button) {
        if (button.label().isBlank()) {
            throw Refused.badRequest("BUTTON_TEXT_INVALID");
        }
        switch (button.act()) {
            case Button.Act.Callback(String data) -> {
                if (data.getBytes(StandardCharsets.UTF_8).length > CALLBACK_BYTES) {
                    throw Refused.badRequest("BUTTON_DATA_INVALID");
                }
            }
            case Button.Act.Link(String url) -> {
                if (!url.matches("(?i)(https?|tg)://\\S+")) {
                    throw Refused.badRequest("BUTTON_URL_INVALID");
                }
            }
            case Button.Act.Copy(String text) -> {
                if (text.isEmpty() || text.length() > COPY_TEXT) {
                    throw Refused.badRequest("BUTTON_COPY_TEXT_INVALID");
                }
            }
        }
    }
}
