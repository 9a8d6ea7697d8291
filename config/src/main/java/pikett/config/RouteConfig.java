package pikett.config;

import java.util.List;
import java.util.Optional;
import pikett.config.match.LabelMatch;

/// A way for alerts to chats and channels.
public sealed interface RouteConfig {
    /// Names of chats and channels; in place of chats of admins, when the configuration has no chats.
    List<String> to();

    /// Name of the mute window that holds back from them.
    Optional<String> mute();

    /// For what matches.
    ///
    /// @param when all of them must hold
    /// @param goesOn whether the routes after it are looked at too (`continue`)
    record When(List<LabelMatch> when, List<String> to, Optional<String> mute, boolean goesOn)
            implements RouteConfig {
        public When {
            when = List.copyOf(when);
            to = List.copyOf(to);
        }
    }

    /// For what no other route matches (`default: true`).
    record Otherwise(List<String> to, Optional<String> mute) implements RouteConfig {
        public Otherwise {
            to = List.copyOf(to);
        }
    }
}
