package pikett.playground.telegram;

import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.ServiceEvent;
import pikett.playground.telegram.message.UserId;

/// Changes what somebody is to a chat, with the messages and updates that follow from it. Call with
/// the lock held.
final class Standing {
    private final State state;
    private final Posts posts;

    Standing(State state, Posts posts) {
        this.state = state;
        this.posts = posts;
    }

    void change(Room room, Person by, UserId whom, Membership after) {
        Membership before = room.membership(whom);
        if (before == after) {
            return;
        }
        Person person = state.person(whom);
        room.members.put(whom, after);
        state.announce(new Change.ChatChanged(room.chat()));
        MembershipChange change =
                new MembershipChange(room.chat(), by, person, before, after, state.now());
        if (whom.equals(state.bot().id())) {
            state.tellBot(new Update.BotMoved(change));
        } else if (room.membership(state.bot().id()).runs()) {
            state.tellBot(new Update.MemberMoved(change));
        }
        if (room.chat().kind().isGroup() && before.present() != after.present()) {
            posts.happened(room, by, event(person, after), 0);
        }
    }

    private static ServiceEvent event(Person person, Membership after) {
        return after.present() ? new ServiceEvent.Joined(person) : new ServiceEvent.Left(person);
    }
}
