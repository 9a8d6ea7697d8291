package pikett.bot.view;

import pikett.alerts.label.AlertName;
import pikett.bot.language.Phrase;

/// What an alert says, or that it is over. It stands in the catalogue under the alert's own name.
record AlertPhrase(AlertName alert, boolean over) implements Phrase {
    @Override
    public String name() {
        return over ? alert.name() + "_OVER" : alert.name();
    }
}
