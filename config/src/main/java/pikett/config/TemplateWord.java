package pikett.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a template of a webhook may have filled in, written as `{title}`.
public enum TemplateWord {
    /// The number of the incident; empty where it is about none.
    NUMBER,
    /// `firing`, `taken`, `resolved`; `notice` where it is about no incident.
    STATUS,
    /// `critical`, `warning`, `info`.
    SEVERITY,
    /// What it is about, in one line.
    TITLE,
    /// All that a card says.
    TEXT,
    /// The labels of what fires first, as `host=prod-1, service=api`.
    LABELS,
    /// Where the card is in Telegram; empty while there is none.
    LINK;

    /// As it is written between the braces.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// All of them, as they are written.
    public static List<String> words() {
        return Arrays.stream(values()).map(TemplateWord::word).toList();
    }
}
