package pikett.playground.telegram.message;

import org.jspecify.annotations.Nullable;

/// How a message was sent, beside what it says.
///
/// @param silent whether no sound was made
/// @param guarded whether it may not be forwarded or saved
/// @param preview whether a link in it may show a preview
/// @param replyTo the message it answers, as it was then
/// @param origin where it was forwarded from
/// @param via the inline bot it was written with
public record Traits(
        boolean silent,
        boolean guarded,
        boolean preview,
        @Nullable Message replyTo,
        @Nullable Origin origin,
        @Nullable Person via) {
    /// Nothing out of the ordinary.
    public static final Traits PLAIN = new Traits(false, false, true, null, null, null);

    /// The same, silent or not.
    public Traits withSilent(boolean value) {
        return new Traits(value, guarded, preview, replyTo, origin, via);
    }

    /// The same, guarded or not.
    public Traits withGuarded(boolean value) {
        return new Traits(silent, value, preview, replyTo, origin, via);
    }

    /// The same, with or without link preview.
    public Traits withPreview(boolean value) {
        return new Traits(silent, guarded, value, replyTo, origin, via);
    }

    /// The same, answering that message.
    public Traits withReplyTo(@Nullable Message value) {
        return new Traits(silent, guarded, preview, value, origin, via);
    }

    /// The same, forwarded from there.
    public Traits withOrigin(Origin value) {
        return new Traits(silent, guarded, preview, replyTo, value, via);
    }

    /// The same, written with that inline bot.
    public Traits withVia(Person value) {
        return new Traits(silent, guarded, preview, replyTo, origin, value);
    }
}
