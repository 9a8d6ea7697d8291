package pikett.adapters.store;

import java.util.concurrent.Callable;

/// The caller's own thread: PostgreSQL's driver waits in Java, which virtual threads do well. The pool
/// of connections bounds how much goes on at once.
final class CallerLane implements Lane {
    @Override
    public <T> T carryOut(Callable<T> work) throws Exception {
        return work.call();
    }

    @Override
    public void close() {}
}
