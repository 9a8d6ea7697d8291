package pikett.bot.watch;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pikett.adapters.reason.Reason;
import pikett.bot.language.Phrases;
import pikett.bot.view.ReasonText;
import pikett.config.Language;

/// Reasons in every language, as the facts of an alert keep them: who will read the card is not known yet.
///
/// @param redaction takes secrets out of a text
record Worded(UnaryOperator<String> redaction, InstantSource clock) {
    /// Nothing for no reason.
    Map<Language, String> of(Optional<Reason> reason) {
        Map<Language, String> worded = new EnumMap<>(Language.class);
        reason.ifPresent(why -> {
            for (Language language : Language.values()) {
                ReasonText text =
                        new ReasonText(Phrases.in(language), ZoneOffset.UTC, clock.instant());
                worded.put(language, redaction.apply(text.say(why)));
            }
        });
        return worded;
    }
}
