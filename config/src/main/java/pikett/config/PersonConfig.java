package pikett.config;

import java.util.List;
import java.util.Optional;

/// A person whom the bot obeys.
///
/// @param telegram the numeric user id; names are never an identity
/// @param role what the person may do
/// @param language of answers to this person; otherwise that of the chat
/// @param services name patterns (`*` matches any text) of the services this person may act on; empty
///     when the role alone decides
public record PersonConfig(
        long telegram, Role role, Optional<Language> language, List<String> services) {}
