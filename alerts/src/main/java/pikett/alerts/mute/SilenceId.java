package pikett.alerts.mute;

/// The number of a silence, short enough to be typed.
public record SilenceId(long value) {}
