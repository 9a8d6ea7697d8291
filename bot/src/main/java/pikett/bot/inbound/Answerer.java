package pikett.bot.inbound;

import java.util.Optional;

/// Answers what comes in by a route. Called by many threads at once.
///
/// What it throws becomes 503 where the database is away, and otherwise 500 and a line in the log; the
/// sender never reads why.
@FunctionalInterface
public interface Answerer {
    /// Looks at a request before its body is read, so that nobody holds memory who may not come in.
    ///
    /// @return the answer when it shall not be read; empty when it may come
    default Optional<Page> turnAway(Head head) {
        return Optional.empty();
    }

    /// Whether the head alone proves who sends. The bodies of all others share less room, so that nobody
    /// shuts out who is known.
    default boolean knows(Head head) {
        return true;
    }

    /// How long the body may be, in bytes; a longer one is answered 413. At most what the door lets in, at
    /// 0 no body is read.
    default int bodyAtMost(Head head) {
        return Integer.MAX_VALUE;
    }

    /// Answers. May block: it has a virtual thread of its own.
    Page answer(Call call);
}
