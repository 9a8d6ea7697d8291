package pikett.adapters.host;

/// A machine as Pikett reaches it.
///
/// @param name its name in the configuration
/// @param shell runs commands there
/// @param dialer opens connections from there
public record Host(String name, Shell shell, Dialer dialer) {}
