package pikett.bot.telegram;

/// Where a menu of commands is shown. A menu is decoration: it hides nothing from anybody.
public sealed interface MenuScope {
    /// Wherever no other menu is set.
    record Everywhere() implements MenuScope {}

    /// In one chat; a person's private chat has the person's id.
    record Chat(long id) implements MenuScope {}

    /// To one person in one group.
    record Member(long chat, long person) implements MenuScope {}
}
