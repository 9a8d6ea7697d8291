package pikett.bot.access;

import pikett.config.PersonConfig;

/// A listed person.
///
/// @param name the name in the configuration, which audit and answers use
public record Person(String name, PersonConfig config) {}
