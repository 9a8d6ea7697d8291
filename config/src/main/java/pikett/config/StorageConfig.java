package pikett.config;

/// Where Pikett keeps what it must not forget.
///
/// @param url `jdbc:sqlite:/path` or `jdbc:postgresql://…`; a secret because it may carry a password
public record StorageConfig(Secret url) {}
