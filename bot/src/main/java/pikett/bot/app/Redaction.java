package pikett.bot.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import pikett.adapters.redaction.Redactor;
import pikett.config.Secret;

/// Keeps the secrets of the configuration out of every text, also those of an earlier one: something may still
/// repeat them.
///
/// Safe for use by many threads; one at a time adds.
final class Redaction implements UnaryOperator<String> {
    private final List<Secret> known = new ArrayList<>();
    private volatile Redactor redactor = Redactor.of(List.of());

    Redaction(Collection<Secret> secrets) {
        keepOut(secrets);
    }

    void keepOut(Collection<Secret> secrets) {
        secrets.stream().filter(secret -> !known.contains(secret)).forEach(known::add);
        redactor = Redactor.of(known);
        Logs.keepOut(redactor);
    }

    @Override
    public String apply(String text) {
        return redactor.redact(text);
    }
}
