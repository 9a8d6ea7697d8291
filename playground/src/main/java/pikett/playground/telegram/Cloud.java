package pikett.playground.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.MessageKey;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.UserId;

/// A chat cloud with one bot in it. Everything a person could see can be read here; [#seat] is what
/// a person can do, [#rooms] how chats and people come to be, [#botSide] what the Bot API offers.
/// Safe for any thread; all state is in memory and bounded.
public final class Cloud {
    private final Parts parts;
    private final Rooms rooms;
    private final BotSide botSide;

    /// An empty cloud with this bot.
    public Cloud(InstantSource clock, Bot bot) {
        State state = new State(clock, bot);
        Posts posts = new Posts(state);
        this.parts = new Parts(state, posts, new CallbackDesk(state));
        this.rooms = new Rooms(parts);
        this.botSide = new BotSide(parts);
    }

    /// What the parts of the cloud share.
    record Parts(State state, Posts posts, CallbackDesk desk) {}

    /// Where chats and people are made and changed.
    public Rooms rooms() {
        return rooms;
    }

    /// What the bot can do.
    public BotSide botSide() {
        return botSide;
    }

    /// That person in that chat.
    public Seat seat(UserId person, ChatId chat) {
        return new Seat(parts, person, chat);
    }

    /// That person in that chat.
    public Seat seat(Person person, Chat chat) {
        return seat(person.id(), chat.id());
    }

    /// The bot.
    public Bot bot() {
        return parts.state().with(parts.state()::bot);
    }

    /// Changes the bot's switches, such as its privacy.
    public void changeBot(UnaryOperator<Bot> change) {
        State state = parts.state();
        state.run(() -> state.bot(change.apply(state.bot())));
    }

    /// Sets how much the bot may send; counting starts anew.
    public void useFloodRules(FloodRules rules) {
        State state = parts.state();
        state.run(() -> state.flood.use(rules));
    }

    /// How often the bot was told that it sends too much.
    public int refusedAsTooMuch() {
        State state = parts.state();
        return state.with(() -> state.flood.refused());
    }

    /// Gives the bot a hand-made update: the members of a JSON object, without `update_id`. It is
    /// delivered whatever kinds the bot asked for.
    public void inject(String json) {
        State state = parts.state();
        state.run(() -> state.tellBot(new Update.Raw(json)));
    }

    /// As after a week of silence: nothing waits for the bot, and ids go on from there, even lower.
    public void jumpUpdateIds(int next) {
        State state = parts.state();
        state.run(() -> state.updates.jumpTo(next));
    }

    /// How many updates wait for the bot.
    public int pendingUpdates() {
        State state = parts.state();
        return state.with(() -> state.updates.size(state.now()));
    }

    /// What can be read in that chat now, oldest first.
    public List<Message> messages(ChatId chat) {
        State state = parts.state();
        return state.with(() -> state.room(chat).readable().toList());
    }

    /// The message as it is now, unless it is deleted or never was.
    public Optional<Message> message(MessageKey key) {
        State state = parts.state();
        return state.with(() -> state.room(key.chat()).message(key.id()));
    }

    /// Everything a message ever was.
    public Optional<MessageHistory> history(MessageKey key) {
        State state = parts.state();
        return state.with(() -> state.room(key.chat()).history(key.id()));
    }

    /// Waits until a message that can be read anywhere passes the test, and gives its first match.
    ///
    /// @param timeout real time, whatever the cloud's clock says
    /// @throws NothingSeenException after the timeout; it shows what there was instead
    public Message awaitMessage(Predicate<Message> test, Duration timeout) {
        State state = parts.state();
        return state.await(timeout, () -> state.readable().filter(test).findFirst())
                .orElseThrow(() -> new NothingSeenException(timeout, newest()));
    }

    private String newest() {
        State state = parts.state();
        List<Message> all = state.with(() -> state.readable().toList());
        return all.stream()
                .skip(Math.max(0, all.size() - 20))
                .map(m ->
                        m.key().chat() + "/" + m.id() + " " + m.text() + " " + m.keyboard().rows())
                .collect(Collectors.joining("\n"));
    }

    /// The number of the newest change, 0 if there was none.
    public long lastChange() {
        State state = parts.state();
        return state.with(state.journal::last);
    }

    /// The changes after that number; waits for one if there is none yet.
    ///
    /// @param timeout real time; an empty answer after it
    public Changes changesAfter(long number, Duration timeout) {
        State state = parts.state();
        return state.await(
                        timeout,
                        () ->
                                Optional.of(state.journal.after(number))
                                        .filter(c -> !c.entries().isEmpty()))
                .orElse(new Changes(true, List.of()));
    }
}
