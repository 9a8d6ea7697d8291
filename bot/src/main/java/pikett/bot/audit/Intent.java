package pikett.bot.audit;

/// What somebody is about to do.
///
/// @param actor the person's name in the configuration
/// @param act such as `restart` or `recover`
/// @param target what it is done to
/// @param detail what exactly, as JSON; secrets are taken out before it is stored
/// @param correlation joins it with the logs
public record Intent(String actor, String act, String target, String detail, String correlation) {}
