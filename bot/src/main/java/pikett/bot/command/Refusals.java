package pikett.bot.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.alerts.outbox.Subject;
import pikett.bot.access.Person;
import pikett.bot.access.Verdict;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichText;
import pikett.bot.language.Phrases;
import pikett.bot.telegram.Incoming;
import pikett.bot.telegram.PressAnswer;
import pikett.config.PersonConfig;
import pikett.config.PikettConfig;
import pikett.config.Role;

/// What is said, and to whom, when the gate does not let something through.
///
/// Safe for use by many threads.
final class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final int TOAST = 200;

    /// Refusals of a backlog within this time are one message.
    private static final long BACKLOG_SECONDS = 600;

    private final Dispatcher.Surface surface;
    private final Set<String> commands;
    private final StrangerNotes strangers = new StrangerNotes();

    Refusals(Dispatcher.Surface surface, Set<String> commands) {
        this.surface = surface;
        this.commands = commands;
    }

    /// Says what is to be said about the verdict, if anything.
    void refuse(Work work, Verdict verdict) {
        switch (verdict) {
            case Verdict.Stranger(Incoming.Sender sender, Incoming.Place _) ->
                    noteStranger(work, sender);
            case Verdict.ForeignChat(long chat) -> {
                log.warn("leaving a group that the configuration does not name chat={}", chat);
                surface.chats().leave(chat);
            }
            case Verdict.Expired(Person person) ->
                    sayOnce(work, person, "expired", RefusalCard::expired);
            case Verdict.Interrupted(Person person) ->
                    sayOnce(work, person, "interrupted", RefusalCard::interrupted);
            case Verdict.NotPermitted denied ->
                    say(
                            work,
                            denied.person(),
                            phrases -> RefusalCard.notPermitted(phrases, denied));
            case Verdict.NotYourService denied ->
                    say(
                            work,
                            denied.person(),
                            phrases -> RefusalCard.notYourService(phrases, denied));
            case Verdict.UnknownButton(Person person) ->
                    say(work, person, RefusalCard::unknownButton);
            case Verdict.UnknownCommand(Person person, String command) ->
                    say(work, person, phrases -> unknownCommand(phrases, command));
            case Verdict.Allowed _, Verdict.Chatter _, Verdict.GroupMoved _, Verdict.Silent _ ->
                    throw new IllegalArgumentException("no refusal: " + verdict);
        }
    }

    /// Says, in a group that has another id now, what is to be done about it.
    void tellOfMove(PikettConfig config, Incoming.Place there) {
        Phrases phrases = Phrases.in(Surroundings.language(config, there));
        Subject subject = new Subject("moved:" + there.chat());
        show(
                surface.answers().about(there, subject),
                RefusalCard.groupMoved(phrases, there.chat()));
    }

    /// Says it to the person: as a toast for a press, which leaves the message as it is; else as a
    /// message.
    void say(Work work, Person person, Function<Phrases, RichText> text) {
        RichText said = text.apply(work.phrases(person));
        if (toast(work, said).isEmpty()) {
            show(surface.answers().toMessage(work.place()), said);
        }
    }

    /// The same, but a backlog of them becomes one message; and a press gets it as well when its toast
    /// came too late for Telegram to show it, for nobody would know that nothing was done.
    private void sayOnce(Work work, Person person, String kind, Function<Phrases, RichText> text) {
        log.info("not run: {}", kind);
        RichText said = text.apply(work.phrases(person));
        if (!toast(work, said).equals(Optional.of(PressAnswer.ANSWERED))) {
            showOnce(work, person, kind, said);
        }
    }

    /// Says that a press had expired when Telegram does not take a toast for it any more.
    void forgotten(Work work, Person person) {
        log.info("not run: forgotten by Telegram");
        showOnce(work, person, "expired", RefusalCard.expired(work.phrases(person)));
    }

    private void showOnce(Work work, Person person, String kind, RichText text) {
        long slot = work.at().getEpochSecond() / BACKLOG_SECONDS;
        Subject subject = new Subject("refused:" + kind + ":" + person.name() + ":" + slot);
        show(surface.answers().about(work.place(), subject), text);
    }

    /// Empty when there is no press that could be answered.
    private Optional<PressAnswer> toast(Work work, RichText text) {
        Optional<String> line = Optional.of(CardLimits.cut(text.text(), TOAST));
        return work.callbackId().map(id -> surface.toasts().answer(id, line));
    }

    private void show(OutboxAnswer answer, RichText text) {
        answer.show(RefusalCard.card(text));
        surface.answers().close(answer);
    }

    private RichText unknownCommand(Phrases phrases, String command) {
        return switch (NameResolver.resolve(command, commands)) {
            case NameMatch.Found(String name) ->
                    RefusalCard.unknownCommand(phrases, command, List.of(name));
            case NameMatch.Ambiguous(var names) ->
                    RefusalCard.unknownCommand(phrases, command, names);
            case NameMatch.Missing(var suggestions) ->
                    RefusalCard.unknownCommand(phrases, command, suggestions);
        };
    }

    private void noteStranger(Work work, Incoming.Sender sender) {
        OptionalInt others = strangers.due(work.at());
        if (others.isEmpty()) {
            log.debug("a stranger wrote again");
            return;
        }
        log.warn("a stranger wrote id={} others={}", sender.id(), others.getAsInt());
        for (Map.Entry<String, PersonConfig> entry : work.config().people().entrySet()) {
            if (entry.getValue().role() == Role.ADMIN) {
                tellAdmin(work, entry.getValue(), sender, others.getAsInt());
            }
        }
    }

    private void tellAdmin(Work work, PersonConfig admin, Incoming.Sender sender, int others) {
        Incoming.Place chat = new Incoming.Place(admin.telegram(), Optional.empty(), true);
        Phrases phrases =
                Phrases.in(Surroundings.language(work.config(), admin, chat, Optional.empty()));
        Instant at = work.at();
        Subject subject = new Subject("strangers:" + at.getEpochSecond());
        show(
                surface.answers().about(chat, subject),
                RefusalCard.stranger(phrases, sender.displayName(), sender.id(), others));
    }
}
