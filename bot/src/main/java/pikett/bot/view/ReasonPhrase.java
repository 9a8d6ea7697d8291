package pikett.bot.view;

import pikett.adapters.reason.Cause;
import pikett.bot.language.Phrase;

/// What a [Cause] is called in the chat. It stands in the catalogue under the cause's own name.
record ReasonPhrase(Cause cause) implements Phrase {
    @Override
    public String name() {
        return cause.name();
    }
}
