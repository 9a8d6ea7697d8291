package pikett.bot.setup;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Asks on the terminal until the answer can be used.
///
/// @param unattended whether nobody is there to be asked
record Questions(Terminal terminal, boolean unattended) {
    void say(String text) {
        terminal.say(text);
    }

    /// Yes or no.
    ///
    /// @param usual what an empty answer means
    boolean confirm(String question, boolean usual) throws SetupEndedException {
        while (true) {
            String answer = terminal.ask(question + (usual ? " [Y/n] " : " [y/N] "));
            switch (answer.toLowerCase(Locale.ROOT)) {
                case "" -> {
                    return usual;
                }
                case "y", "yes", "j", "ja" -> {
                    return true;
                }
                case "n", "no", "nein" -> {
                    return false;
                }
                default -> say("Please answer y or n.");
            }
        }
    }

    /// A text that can be used.
    ///
    /// @param usual what an empty answer means; empty when there is no such
    /// @param mistake what is wrong with an answer, and the way out
    String text(String question, String usual, Function<String, Optional<String>> mistake)
            throws SetupEndedException {
        while (true) {
            String answer =
                    terminal.ask(question + (usual.isEmpty() ? ": " : " [" + usual + "]: "));
            String meant = answer.isEmpty() ? usual : answer;
            Optional<String> wrong =
                    meant.isEmpty()
                            ? Optional.of("something is needed here")
                            : mistake.apply(meant);
            if (wrong.isEmpty()) {
                return meant;
            }
            say("  " + wrong.get());
        }
    }

    /// Waits for a person to say go on.
    void pause(String question) throws SetupEndedException {
        terminal.ask(question);
    }
}
