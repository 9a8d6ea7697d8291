package pikett.bot.view;

import pikett.bot.language.Phrase;

/// The state of hosts and services.
enum StatusPhrase implements Phrase {
    ALL_WELL,
    NOT_WELL,
    STILL_ASKING,
    NOTHING_CONFIGURED,
    BROKEN,
    UNDELIVERED,
    ASKING,
    LATE,
    NOT_READ,
    UNREACHABLE,
    LOGIN_BLOCKED_WAY_OUT,
    HOST_KEY_WAY_OUT,
    HOST_UP,
    HOST_LOAD,
    MEMORY,
    UP,
    UP_SINCE,
    STARTING,
    LOOPING,
    STOPPED,
    FAILED,
    UNKNOWN,
    RESTARTS,
    RESTARTS_LATELY,
    CPU,
    INSTANCES,
    LAST_EXIT,
    MORE_WELL,
    RUNNING,
    HEARTBEATS_WELL,
    AS_OF,
    REFRESH,
    RESTART,
    LOGS,
    HEALTH,
    LIFT_BLOCK,
    BLOCK_LIFTED
}
