package pikett.playground.world;

/// How many jobs the queue of the world holds in each state.
public record QueueState(long waiting, long active, long delayed, long failed, long completed) {}
