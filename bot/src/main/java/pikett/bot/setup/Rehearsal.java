package pikett.bot.setup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import pikett.config.Problem;
import pikett.config.Secret;
import pikett.config.Surroundings;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;

/// Reads a configuration as the program will read it, before it is written.
///
/// @param outside what the program sees otherwise
/// @param tokenFile where the token will lie
/// @param token what will lie there
record Rehearsal(Surroundings outside, Path tokenFile, Secret token) implements Surroundings {
    /// The first mistake in it, and the way out; empty when there is none.
    Optional<String> mistake(FirstConfig config) {
        ConfigResult read =
                new ConfigReader(this)
                        .read("pikett.yaml", config.yaml().getBytes(StandardCharsets.UTF_8));
        return switch (read) {
            case ConfigResult.Loaded _ -> Optional.empty();
            case ConfigResult.Invalid invalid -> Optional.of(said(invalid.problems().getFirst()));
        };
    }

    private static String said(Problem problem) {
        return problem.what() + "; " + problem.wayOut();
    }

    @Override
    public Optional<String> environment(String name) {
        return outside.environment(name);
    }

    @Override
    public SecretFile file(Path path) {
        return path.equals(tokenFile)
                ? new SecretFile.Found(token.reveal(), false)
                : outside.file(path);
    }
}
