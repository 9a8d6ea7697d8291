package pikett.playground.telegram.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an entity says about its stretch of text. Named on the wire in lower case. Of entities over
/// the same stretch the one whose kind stands first here encloses the others.
public enum EntityKind {
    /// Set by the writer: a quotation.
    BLOCKQUOTE(false),
    /// Set by the writer: a quotation that is folded at first.
    EXPANDABLE_BLOCKQUOTE(false),
    /// Set by the writer: a block in a fixed-width face; the argument is the language.
    PRE(false),
    /// Set by the writer: one line in a fixed-width face.
    CODE(false),
    /// Set by the writer: a link under other words; the argument is the address.
    TEXT_LINK(false),
    /// Set by the writer: a person without a username; the argument is the numeric id.
    TEXT_MENTION(false),
    /// `@username`, found by the cloud.
    MENTION(true),
    /// `#tag`, found by the cloud.
    HASHTAG(true),
    /// `$USD`, found by the cloud.
    CASHTAG(true),
    /// `/command` or `/command@bot`, found by the cloud.
    BOT_COMMAND(true),
    /// A web address written out, found by the cloud.
    URL(true),
    /// A mail address written out, found by the cloud.
    EMAIL(true),
    /// A telephone number; the cloud takes the name but never looks for one.
    PHONE_NUMBER(true),
    /// A bank card number; the cloud takes the name but never looks for one.
    BANK_CARD_NUMBER(true),
    /// Set by the writer: bold.
    BOLD(false),
    /// Set by the writer: italic.
    ITALIC(false),
    /// Set by the writer: underlined.
    UNDERLINE(false),
    /// Set by the writer: struck through.
    STRIKETHROUGH(false),
    /// Set by the writer: hidden until tapped.
    SPOILER(false),
    /// Set by the writer: a picture for an emoji; the argument is its id.
    CUSTOM_EMOJI(false);

    private final boolean automatic;

    EntityKind(boolean automatic) {
        this.automatic = automatic;
    }

    /// Whether the cloud finds such entities by itself, so that a bot's own are ignored.
    public boolean automatic() {
        return automatic;
    }

    /// The name on the wire.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that name on the wire, if there is one.
    public static Optional<EntityKind> named(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
    }
}
