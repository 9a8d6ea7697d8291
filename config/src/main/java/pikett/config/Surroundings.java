package pikett.config;

import java.nio.file.Path;
import java.util.Optional;

/// What the configuration may take from outside its file: environment variables and secret files.
public interface Surroundings {
    /// The value of an environment variable; empty when it is not set.
    Optional<String> environment(String name);

    /// What lies at the path.
    SecretFile file(Path path);

    /// What was found where a secret should lie.
    sealed interface SecretFile {
        /// A text.
        ///
        /// @param readableByAll whether every user of the machine may read it
        record Found(String text, boolean readableByAll) implements SecretFile {}

        /// No such file.
        record Missing() implements SecretFile {}

        /// It is there and cannot be used.
        ///
        /// @param reason for people, never with content of the file
        record Unreadable(String reason) implements SecretFile {}
    }
}
