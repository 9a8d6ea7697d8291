package pikett.config;

/// How bad it is, ordered: a later constant is worse.
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
