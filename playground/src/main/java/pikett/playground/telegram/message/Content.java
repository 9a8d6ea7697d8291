package pikett.playground.telegram.message;

import pikett.playground.telegram.text.FormattedText;

/// What a message shows.
public sealed interface Content {
    /// The text, or the caption, or nothing.
    default FormattedText words() {
        return switch (this) {
            case Text(FormattedText text) -> text;
            case Document(StoredFile _, FormattedText caption) -> caption;
            case Photo(StoredFile _, FormattedText caption) -> caption;
            case Service(ServiceEvent _) -> FormattedText.EMPTY;
        };
    }

    /// Words.
    record Text(FormattedText text) implements Content {}

    /// A file with a caption.
    record Document(StoredFile file, FormattedText caption) implements Content {}

    /// A picture with a caption.
    record Photo(StoredFile file, FormattedText caption) implements Content {}

    /// Something that happened to the chat.
    record Service(ServiceEvent event) implements Content {}
}
