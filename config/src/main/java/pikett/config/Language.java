package pikett.config;

/// A language that Pikett speaks.
public enum Language {
    EN,
    DE,
    RU
}
