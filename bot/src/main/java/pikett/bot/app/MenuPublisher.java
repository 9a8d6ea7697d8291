package pikett.bot.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.bot.command.ChatCommand;
import pikett.bot.language.Phrases;
import pikett.bot.runbook.Pause;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.CallResult;
import pikett.bot.telegram.MenuEntry;
import pikett.bot.telegram.MenuScope;
import pikett.config.ChatConfig;
import pikett.config.Language;
import pikett.config.PersonConfig;
import pikett.config.PikettConfig;

/// Shows Telegram's menu of commands to the people who are listed: in their private chat and in each
/// group, what their role may, in their language. Everybody else sees none.
///
/// Decoration: it hides nothing, the gate decides. Tried until it is done, on a thread of its own.
final class MenuPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(MenuPublisher.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

    private final BotApi api;
    private final Pause pause;
    private final List<Menu> menus;

    /// One menu to set.
    private record Menu(MenuScope scope, Optional<Language> language, List<MenuEntry> entries) {}

    MenuPublisher(BotApi api, Pause pause, PikettConfig config, List<ChatCommand> commands) {
        this.api = api;
        this.pause = pause;
        this.menus = menus(config, commands);
    }

    Thread start() {
        return Thread.ofVirtual().name("command-menu").start(this::publish);
    }

    private void publish() {
        try {
            for (Menu menu : menus) {
                while (api.setMenu(menu.scope(), menu.language(), menu.entries())
                        instanceof CallResult.Failed<Boolean>(var failure)) {
                    LOG.info("the command menu is not set yet, trying on: {}", failure);
                    pause.pause(BETWEEN_TRIES);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Menu> menus(PikettConfig config, List<ChatCommand> commands) {
        List<Menu> menus = new ArrayList<>();
        for (PersonConfig person : config.people().values()) {
            menus.addAll(languages(person, new MenuScope.Chat(person.telegram()), commands));
            for (ChatConfig chat : config.telegram().chats().values()) {
                if (chat.id() < 0) {
                    MenuScope member = new MenuScope.Member(chat.id(), person.telegram());
                    menus.addAll(languages(person, member, commands));
                }
            }
        }
        return menus;
    }

    /// In the person's own language where one is set, otherwise in that of the person's app.
    private static List<Menu> languages(
            PersonConfig person, MenuScope scope, List<ChatCommand> commands) {
        List<Menu> menus = new ArrayList<>();
        Language fallback = person.language().orElse(Language.EN);
        menus.add(new Menu(scope, Optional.empty(), entries(person, fallback, commands)));
        if (person.language().isEmpty()) {
            for (Language language : Language.values()) {
                menus.add(
                        new Menu(
                                scope, Optional.of(language), entries(person, language, commands)));
            }
        }
        return menus;
    }

    private static List<MenuEntry> entries(
            PersonConfig person, Language language, List<ChatCommand> commands) {
        Phrases phrases = Phrases.in(language);
        return commands.stream()
                .filter(command -> person.role().atLeast(command.leastRole()))
                .flatMap(command ->
                        command.summary().stream()
                                .map(summary ->
                                        new MenuEntry(command.name(), phrases.text(summary))))
                .toList();
    }
}
