package pikett.bot.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichText;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.delivery.Verdict.Simplification;
import pikett.bot.language.Phrases;
import pikett.bot.telegram.Outgoing;

/// A card made ready for Telegram: within its limits, with what does not fit as files.
///
/// @param files sent after the text, in order
record Letter(
        TelegramAddress to,
        RichText text,
        List<List<Button>> rows,
        List<Card.TextFile> files,
        boolean silent) {
    private static final String WHOLE = "message.txt";
    private static final int SHORTER = CardLimits.TEXT / 4;

    Letter {
        files = List.copyOf(files);
    }

    /// What people see of it at first sight.
    record Face(RichText text, List<List<Button>> rows) {}

    static Letter of(Card card, TelegramAddress to, boolean silent) {
        Card fitted = CardLimits.fit(card, WHOLE);
        List<Card.TextFile> files = new ArrayList<>();
        fitted.file().ifPresent(files::add);
        boolean cut = card.text().text().length() > CardLimits.TEXT;
        if (cut && card.file().isPresent()) {
            files.addFirst(new Card.TextFile(WHOLE, card.text().text()));
        }
        return new Letter(to, fitted.text(), fitted.rows(), files, silent);
    }

    Face face() {
        return new Face(text, rows);
    }

    Outgoing outgoing() {
        return new Outgoing(to.chat(), to.topic(), text, rows, silent);
    }

    /// What stands below a file: something only below the one that we made ourselves.
    String caption(Card.TextFile file, Phrases phrases) {
        return file.name().equals(WHOLE) ? phrases.text(DeliveryPhrase.WHOLE_TEXT) : "";
    }

    /// With a first line that tells people that they may have read this before.
    Letter repeated(Phrases phrases) {
        return noted(phrases, DeliveryPhrase.REPEATED);
    }

    /// What Telegram may take instead.
    Letter simplified(Simplification how, Phrases phrases) {
        return switch (how) {
            case PLAIN_TEXT -> with(to, RichText.plain(text.text()), rows, files);
            case WITHOUT_BUTTONS -> with(to, text, List.of(), files);
            case GENERAL_TOPIC ->
                    with(to.inGeneral(), text, rows, files)
                            .noted(phrases, DeliveryPhrase.TOPIC_GONE);
            case SHORTER -> with(to, CardLimits.cut(text, SHORTER), rows, withWhole());
        };
    }

    private Letter noted(Phrases phrases, DeliveryPhrase note) {
        RichText noted = new RichTextBuilder().say(phrases, note).line().append(text).build();
        if (noted.text().length() <= CardLimits.TEXT) {
            return with(to, noted, rows, files);
        }
        return with(to, CardLimits.fit(noted), rows, withWhole());
    }

    private List<Card.TextFile> withWhole() {
        Optional<Card.TextFile> whole =
                files.stream().filter(file -> file.name().equals(WHOLE)).findFirst();
        if (whole.isPresent()) {
            return files;
        }
        List<Card.TextFile> more = new ArrayList<>(files);
        more.addFirst(new Card.TextFile(WHOLE, text.text()));
        return more;
    }

    private Letter with(
            TelegramAddress address,
            RichText words,
            List<List<Button>> buttons,
            List<Card.TextFile> attachments) {
        return new Letter(address, words, buttons, attachments, silent);
    }
}
