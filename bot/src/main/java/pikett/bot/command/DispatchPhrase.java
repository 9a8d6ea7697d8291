package pikett.bot.command;

import pikett.bot.language.Phrase;
import pikett.config.Role;

/// What is said before a command has a word.
enum DispatchPhrase implements Phrase {
    EXPIRED,
    INTERRUPTED,
    NOT_PERMITTED,
    NOT_YOUR_SERVICE,
    BEYOND_SERVICES,
    UNKNOWN_COMMAND,
    UNKNOWN_BUTTON,
    DID_YOU_MEAN,
    SEE_HELP,
    BUSY,
    INNER_ERROR,
    STRANGER,
    STRANGERS_MORE,
    GROUP_MOVED,
    ROLE_VIEWER,
    ROLE_OPERATOR,
    ROLE_ADMIN;

    /// The name of a role.
    static DispatchPhrase of(Role role) {
        return switch (role) {
            case VIEWER -> ROLE_VIEWER;
            case OPERATOR -> ROLE_OPERATOR;
            case ADMIN -> ROLE_ADMIN;
        };
    }
}
