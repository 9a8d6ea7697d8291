package pikett.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.bot.telegram.Freshness;
import pikett.bot.telegram.Incoming;
import pikett.bot.telegram.Incoming.Place;
import pikett.bot.telegram.Incoming.Sender;
import pikett.bot.telegram.Incoming.Suspicion;
import pikett.config.Role;

/// The whole matrix against an oracle that is a table of what is asked for, written without the gate.
final class GateTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final long GROUP = -1001;
    private static final long FOREIGN = -666;

    private static final Gate GATE =
            new Gate(
                    GateWorld.PEOPLE,
                    List.of(GateWorld.chat(GROUP)),
                    GateWorld.BOT,
                    Map.of("status", Role.VIEWER, "restart", Role.OPERATOR, "audit", Role.ADMIN),
                    Gate.MAXIMUM_AGE);

    /// Who sends, and the highest thing that this sender may do anywhere: 0 nothing … 3 all.
    enum Who {
        ANNA(GateWorld.ANNA, false, 3),
        ARSEN(GateWorld.ARSEN, false, 2),
        LENA(GateWorld.LENA, false, 1),
        STRANGER(4_242, false, 0),
        TWINS(GateWorld.TWINS, false, 0),
        BOT_WITH_ANNAS_ID(GateWorld.ANNA, true, 0),
        OURSELVES(GateWorld.BOT, false, 0),
        ANONYMOUS_ADMIN(1_087_968_824, false, 0),
        CHANNEL_BOT(136_817_688, false, 0),
        TELEGRAM(777_000, false, 0);

        final long id;
        final boolean bot;
        final int power;

        Who(long id, boolean bot, int power) {
            this.id = id;
            this.bot = bot;
            this.power = power;
        }

        /// With the name of somebody who may: names must not count.
        Sender sender() {
            return new Sender(id, "anna", bot, Optional.of("en"));
        }
    }

    /// What is asked for, and the power it takes; nobody has the power for what does not exist.
    enum What {
        STATUS("status", 1),
        RESTART("restart", 2),
        AUDIT("audit", 3),
        UNKNOWN("nonsense", 9),
        LOOKALIKE("ѕtatus", 9),
        CAPITALS("STATUS", 9),
        EMPTY("", 9);

        final String command;
        final int power;

        What(String command, int power) {
            this.command = command;
            this.power = power;
        }
    }

    enum Where {
        OWN_CHAT,
        ANOTHERS_CHAT,
        GROUP,
        FOREIGN_GROUP;

        Place place(Sender sender) {
            return switch (this) {
                case OWN_CHAT -> new Place(sender.id(), Optional.empty(), true);
                case ANOTHERS_CHAT -> new Place(sender.id() + 1, Optional.empty(), true);
                case GROUP -> new Place(GateTest.GROUP, Optional.of(7), false);
                case FOREIGN_GROUP -> new Place(FOREIGN, Optional.empty(), false);
            };
        }
    }

    private record Case(
            Who who,
            What what,
            Where where,
            Optional<Suspicion> suspicion,
            long age,
            boolean press) {
        Incoming incoming() {
            Instant then = NOW.minusSeconds(age);
            Place place = where.place(who.sender());
            return press
                    ? new Incoming.Pressed(
                            who.sender(), place, 5, "cb", ">" + what.command + " api", then)
                    : new Incoming.Typed(
                            who.sender(),
                            place,
                            5,
                            "/" + what.command + " api",
                            Optional.of(what.command),
                            "api",
                            suspicion,
                            then);
        }

        /// The oracle: all of these, or nothing is run.
        boolean isAllowed() {
            return who.power >= what.power
                    && (where == Where.OWN_CHAT || where == Where.GROUP)
                    && suspicion.isEmpty()
                    && age <= 60;
        }

        /// The oracle: who hears nothing at all.
        boolean isUnheard() {
            return who.power == 0
                    || suspicion.isPresent()
                    || where == Where.FOREIGN_GROUP
                    || where == Where.ANOTHERS_CHAT
                    || (where == Where.GROUP && what.power == 9 && !press);
        }
    }

    private static List<Case> matrix() {
        List<Optional<Suspicion>> suspicions = new ArrayList<>(List.of(Optional.empty()));
        List.of(Suspicion.values()).forEach(suspicion -> suspicions.add(Optional.of(suspicion)));
        List<Case> cases = new ArrayList<>();
        for (Who who : Who.values()) {
            for (What what : What.values()) {
                for (Where where : Where.values()) {
                    for (long age : new long[] {-30, 0, 60, 61, 86_400}) {
                        suspicions.forEach(
                                s -> cases.add(new Case(who, what, where, s, age, false)));
                        cases.add(new Case(who, what, where, Optional.empty(), age, true));
                    }
                }
            }
        }
        return cases;
    }

    @Test
    void theWholeMatrix() {
        assertThat(matrix()).hasSize(10 * 7 * 4 * 5 * 6);
        for (Case each : matrix()) {
            Verdict verdict = GATE.decide(each.incoming(), Freshness.FRESH, NOW);
            assertThat(verdict instanceof Verdict.Allowed)
                    .as("%s → %s", each, verdict)
                    .isEqualTo(each.isAllowed());
            boolean unheard =
                    verdict instanceof Verdict.Silent
                            || verdict instanceof Verdict.Stranger
                            || verdict instanceof Verdict.ForeignChat;
            assertThat(unheard).as("%s → %s", each, verdict).isEqualTo(each.isUnheard());
        }
    }

    @Test
    void allowedSaysWhoAndWhat() {
        Case typed = new Case(Who.ARSEN, What.RESTART, Where.GROUP, Optional.empty(), 0, false);
        Case pressed = new Case(Who.ARSEN, What.RESTART, Where.GROUP, Optional.empty(), 0, true);
        Verdict expected =
                new Verdict.Allowed(
                        new Person("arsen", GateWorld.person("arsen")),
                        new Order.Run("restart", "api"));
        assertThat(GATE.decide(typed.incoming(), Freshness.FRESH, NOW)).isEqualTo(expected);
        assertThat(GATE.decide(pressed.incoming(), Freshness.FRESH, NOW)).isEqualTo(expected);
    }

    @Test
    void listedPeopleAreToldWhyNot() {
        assertThat(decide(Who.LENA, What.RESTART, Where.GROUP, 0))
                .isEqualTo(
                        new Verdict.NotPermitted(
                                new Person("lena", GateWorld.person("lena")),
                                "restart",
                                Role.OPERATOR));
        assertThat(decide(Who.LENA, What.STATUS, Where.GROUP, 61))
                .isInstanceOf(Verdict.Expired.class);
        assertThat(decide(Who.LENA, What.UNKNOWN, Where.OWN_CHAT, 0))
                .isInstanceOf(Verdict.UnknownCommand.class);
    }

    @Test
    void aStrangerIsNotedAndAForeignGroupIsLeft() {
        assertThat(decide(Who.STRANGER, What.STATUS, Where.OWN_CHAT, 0))
                .isInstanceOf(Verdict.Stranger.class);
        assertThat(decide(Who.TWINS, What.STATUS, Where.GROUP, 0))
                .isInstanceOf(Verdict.Stranger.class);
        assertThat(decide(Who.ANNA, What.STATUS, Where.FOREIGN_GROUP, 0))
                .isEqualTo(new Verdict.ForeignChat(FOREIGN));
    }

    @Test
    void wordsAreForPeopleInAGroupAndForUsInAPrivateChat() {
        assertThat(GATE.decide(words(Who.ANNA, Where.GROUP), Freshness.FRESH, NOW))
                .isEqualTo(new Verdict.Silent(Verdict.Reason.NOT_FOR_US));
        assertThat(GATE.decide(words(Who.STRANGER, Where.GROUP), Freshness.FRESH, NOW))
                .isEqualTo(new Verdict.Silent(Verdict.Reason.NOT_FOR_US));
        assertThat(GATE.decide(words(Who.ANNA, Where.OWN_CHAT), Freshness.FRESH, NOW))
                .isInstanceOf(Verdict.Chatter.class);
        assertThat(GATE.decide(words(Who.STRANGER, Where.OWN_CHAT), Freshness.FRESH, NOW))
                .isInstanceOf(Verdict.Stranger.class);
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void anOfferReachesOnlyListedPeople(Who who) {
        Verdict verdict = GATE.decide(press(who, Where.GROUP, "!n0nce"), Freshness.FRESH, NOW);
        assertThat(verdict instanceof Verdict.Allowed).isEqualTo(who.power > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ">", "!", "?x", "status", "\u0000\u0000"})
    void aButtonOfAnotherKindIsNotRun(String data) {
        assertThat(GATE.decide(press(Who.ANNA, Where.GROUP, data), Freshness.FRESH, NOW))
                .isInstanceOf(Verdict.UnknownButton.class);
    }

    @Test
    void aButtonMayCarryASingleLetter() {
        assertThat(GATE.decide(press(Who.ANNA, Where.GROUP, "!n"), Freshness.FRESH, NOW))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        allowed -> assertThat(allowed.order()).isEqualTo(new Order.Redeem("n")));
        assertThat(GATE.decide(press(Who.ANNA, Where.GROUP, ">s"), Freshness.FRESH, NOW))
                .isInstanceOf(Verdict.UnknownCommand.class);
    }

    @Test
    void whatTheInboxHandsOverLateIsNeverRun() {
        Case now = new Case(Who.ANNA, What.STATUS, Where.GROUP, Optional.empty(), 0, false);
        Case press = new Case(Who.ANNA, What.STATUS, Where.GROUP, Optional.empty(), 0, true);
        for (Case each : List.of(now, press)) {
            assertThat(GATE.decide(each.incoming(), Freshness.EXPIRED, NOW))
                    .isInstanceOf(Verdict.Expired.class);
            assertThat(GATE.decide(each.incoming(), Freshness.INTERRUPTED, NOW))
                    .isInstanceOf(Verdict.Interrupted.class);
        }
        assertThat(GATE.decide(words(Who.ANNA, Where.OWN_CHAT), Freshness.EXPIRED, NOW))
                .isInstanceOf(Verdict.Silent.class);
    }

    @Test
    void aNamedGroupMaySayThatItHasAnotherId() {
        assertThat(GATE.decide(new Incoming.Migrated(GROUP, -2), Freshness.EXPIRED, NOW))
                .isEqualTo(new Verdict.GroupMoved(GROUP, -2));
    }

    @Test
    void whatAsksForNothingIsMetWithSilence() {
        Sender anna = Who.ANNA.sender();
        Verdict nothing = new Verdict.Silent(Verdict.Reason.NO_REQUEST);
        assertThat(GATE.decide(new Incoming.Ignored("edited_message"), Freshness.FRESH, NOW))
                .isEqualTo(nothing);
        assertThat(GATE.decide(new Incoming.Migrated(FOREIGN, -2), Freshness.FRESH, NOW))
                .isEqualTo(nothing);
        assertThat(GATE.decide(member(anna, Where.GROUP, true), Freshness.FRESH, NOW))
                .isEqualTo(nothing);
        assertThat(GATE.decide(member(anna, Where.FOREIGN_GROUP, false), Freshness.FRESH, NOW))
                .isEqualTo(nothing);
        assertThat(GATE.decide(member(anna, Where.FOREIGN_GROUP, true), Freshness.FRESH, NOW))
                .isEqualTo(new Verdict.ForeignChat(FOREIGN));
    }

    @Test
    void theAgeThatIsFreshIsConfigured() {
        Gate strict =
                new Gate(GATE.people(), GATE.chats(), GATE.botId(), GATE.commands(), Duration.ZERO);
        Case now = new Case(Who.ANNA, What.STATUS, Where.GROUP, Optional.empty(), 0, false);
        Case before = new Case(Who.ANNA, What.STATUS, Where.GROUP, Optional.empty(), 1, false);
        assertThat(strict.decide(now.incoming(), Freshness.FRESH, NOW))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(strict.decide(before.incoming(), Freshness.FRESH, NOW))
                .isInstanceOf(Verdict.Expired.class);
    }

    private static Verdict decide(Who who, What what, Where where, long age) {
        return GATE.decide(
                new Case(who, what, where, Optional.empty(), age, false).incoming(),
                Freshness.FRESH,
                NOW);
    }

    private static Incoming words(Who who, Where where) {
        return new Incoming.Typed(
                who.sender(),
                where.place(who.sender()),
                5,
                "hello",
                Optional.empty(),
                "",
                Optional.empty(),
                NOW);
    }

    private static Incoming press(Who who, Where where, String data) {
        return new Incoming.Pressed(who.sender(), where.place(who.sender()), 5, "cb", data, NOW);
    }

    private static Incoming member(Sender sender, Where where, boolean present) {
        return new Incoming.Membership(sender, where.place(sender), present);
    }
}
