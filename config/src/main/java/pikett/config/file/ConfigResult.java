package pikett.config.file;

import java.util.List;
import pikett.config.PikettConfig;
import pikett.config.Problem;
import pikett.config.Secret;

/// What became of reading a configuration file.
public sealed interface ConfigResult {
    /// It is sound.
    ///
    /// @param config what it says
    /// @param secrets every secret in it, to be kept out of everything that leaves the process
    /// @param effective what it effectively says as YAML: defaults filled in, secrets masked
    record Loaded(PikettConfig config, List<Secret> secrets, String effective)
            implements ConfigResult {}

    /// It has mistakes; nothing of it is used.
    ///
    /// @param problems all of them, in the order of the file; never empty
    record Invalid(List<Problem> problems) implements ConfigResult {}
}
