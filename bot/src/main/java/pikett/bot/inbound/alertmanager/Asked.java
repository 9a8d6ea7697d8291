package pikett.bot.inbound.alertmanager;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import pikett.alerts.inbound.FilterText;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.pipeline.AlertBoard.Standing;
import pikett.config.match.Comparison;

/// Which alerts or silences are asked for.
sealed interface Asked {
    /// It cannot be read.
    record Wrong(String why) implements Asked {}

    /// Those that pass.
    ///
    /// @param active whether those that nothing hides
    /// @param silenced whether those that a silence hides
    /// @param inhibited whether those that another alert hides
    /// @param matchers on their labels
    /// @param receiver on the chats that hear of them
    record Filter(
            boolean active,
            boolean silenced,
            boolean inhibited,
            Matchers matchers,
            Optional<Matcher> receiver)
            implements Asked {

        boolean passes(Standing standing) {
            boolean hidden = !standing.silences().isEmpty() || !standing.causes().isEmpty();
            return (active || hidden)
                    && (silenced || standing.silences().isEmpty())
                    && (inhibited || standing.causes().isEmpty())
                    && matchers.match(standing.alert().matchable())
                    && (receiver.isEmpty() || standing.chats().stream().anyMatch(this::hears));
        }

        boolean hears(String chat) {
            return receiver.filter(matcher -> !matcher.matches(Labels.of(Map.of(RECEIVER, chat))))
                    .isEmpty();
        }
    }

    String RECEIVER = "receiver";

    /// @param parameters of the query
    static Asked of(Map<String, List<String>> parameters) {
        List<Matcher> matchers = new ArrayList<>();
        for (String text : parameters.getOrDefault("filter", List.of())) {
            Optional<Matcher> matcher = FilterText.read(text);
            if (matcher.isEmpty()) {
                return new Wrong("bad matcher format: " + text);
            }
            matchers.add(matcher.get());
        }
        for (String name : List.of("active", "silenced", "inhibited", "unprocessed")) {
            if (truth(parameters, name).isEmpty()) {
                return new Wrong(name + " must be true or false");
            }
        }
        try {
            return new Filter(
                    truth(parameters, "active").orElse(true),
                    truth(parameters, "silenced").orElse(true),
                    truth(parameters, "inhibited").orElse(true),
                    new Matchers(matchers),
                    parameters.getOrDefault(RECEIVER, List.of()).stream()
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .map(text -> new Matcher(RECEIVER, Comparison.MATCHES, text)));
        } catch (PatternSyntaxException wrong) {
            return new Wrong("failed to parse receiver param: " + wrong.getDescription());
        }
    }

    /// True where nothing is said; empty where what is said is neither.
    private static Optional<Boolean> truth(Map<String, List<String>> parameters, String name) {
        List<String> said = parameters.getOrDefault(name, List.of("true"));
        return switch (said.getLast().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
