package pikett.alerts.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import pikett.alerts.check.Unread;

/// One run of something, in a thread of its own.
///
/// @param id never runs twice at once
/// @param lane only so many of a lane run at once, such as those of a host; empty when it need not wait
/// @param atMost how long it may take; then it is interrupted and its result no longer wanted
/// @param work is given its deadline
/// @param instead the result when there is none, given why
/// @param done takes exactly one result of each run that was started
record Errand<R>(
        String id,
        Optional<String> lane,
        Duration atMost,
        Function<Instant, R> work,
        Function<Unread, R> instead,
        Consumer<R> done) {}
