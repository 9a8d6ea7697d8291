package pikett.playground.telegram;

/// What a person sees for having pressed a button.
///
/// @param text words of the note; empty if only the waiting ends
/// @param alert whether it is a window to be closed instead of a passing toast
public record CallbackAnswer(String text, boolean alert) {}
