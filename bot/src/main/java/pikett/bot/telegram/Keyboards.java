package pikett.bot.telegram;

import java.util.List;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import pikett.bot.card.Button;
import pikett.bot.card.RichText;

/// Buttons and styles in the library's words. Pure.
final class Keyboards {
    /// What the data of a button begins with that stands for a typed command line.
    static final String TYPE = ">";

    /// What the data of a button begins with that redeems an offer.
    static final String REDEEM = "!";

    private Keyboards() {}

    /// An empty keyboard for no rows: in an edit it takes the buttons away.
    static InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
        List<InlineKeyboardRow> keyboard =
                rows.stream()
                        .map(row ->
                                new InlineKeyboardRow(row.stream().map(Keyboards::button).toList()))
                        .toList();
        return InlineKeyboardMarkup.builder().keyboard(keyboard).build();
    }

    static List<MessageEntity> entities(RichText text) {
        return text.spans().stream().map(Keyboards::entity).toList();
    }

    private static InlineKeyboardButton button(Button button) {
        InlineKeyboardButton made = new InlineKeyboardButton(button.label());
        switch (button.tone()) {
            case NEUTRAL -> {}
            case PRIMARY -> made.setStyle("primary");
            case DANGER -> made.setStyle("danger");
        }
        switch (button.act()) {
            case Button.Act.Type(String line) -> made.setCallbackData(TYPE + line);
            case Button.Act.Redeem(String nonce) -> made.setCallbackData(REDEEM + nonce);
            case Button.Act.Copy(String text) -> made.setCopyText(new CopyTextButton(text));
        }
        return made;
    }

    private static MessageEntity entity(RichText.Span span) {
        String type =
                switch (span.style()) {
                    case BOLD -> "bold";
                    case ITALIC -> "italic";
                    case CODE -> "code";
                    case PRE -> "pre";
                    case EXPANDABLE_QUOTE -> "expandable_blockquote";
                };
        return MessageEntity.builder()
                .type(type)
                .offset(span.offset())
                .length(span.length())
                .build();
    }
}
