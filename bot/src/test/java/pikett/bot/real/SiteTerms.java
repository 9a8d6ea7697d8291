package pikett.bot.real;

import java.util.Map;
import java.util.Optional;

/// What is particular to the Pikett of a site.
///
/// @param port where it listens; 0 lets the system choose
/// @param inbound what `inbound` has beside the address
/// @param telegram one more line of `telegram`
/// @param storage the database; without it a file of its own
/// @param environment what the process finds there beside the usual
record SiteTerms(
        int port,
        String inbound,
        String telegram,
        Optional<String> storage,
        Map<String, String> environment) {
    static final SiteTerms PLAIN = new SiteTerms(0, "", "", Optional.empty(), Map.of());

    SiteTerms listening(int where, String more) {
        return new SiteTerms(where, more, telegram, storage, environment);
    }

    SiteTerms withTelegram(String line) {
        return new SiteTerms(port, inbound, line, storage, environment);
    }

    SiteTerms storedAt(String url) {
        return new SiteTerms(port, inbound, telegram, Optional.of(url), environment);
    }

    SiteTerms finding(Map<String, String> variables) {
        return new SiteTerms(port, inbound, telegram, storage, variables);
    }
}
