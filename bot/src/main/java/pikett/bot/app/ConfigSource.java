package pikett.bot.app;

import pikett.config.file.ConfigResult;

/// Where the configuration stands, to be read whenever somebody wants it.
@FunctionalInterface
interface ConfigSource {
    ConfigResult read();
}
