package pikett.bot.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.bot.runbook.OfferRule.Answer;
import pikett.bot.runbook.OfferRule.Refusal;
import pikett.bot.runbook.OfferRule.Verdict;
import pikett.config.Language;
import pikett.config.Role;

final class OfferRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Destination OPS = new Destination("telegram", "-100");
    private static final Subject CARD = new Subject("answer:1");
    private static final Answer YES = Answer.YES;
    private static final Answer NO = Answer.NO;

    /// Who has agreed already (the first is the requester), how many must, who presses what, what comes.
    static Stream<Arguments> reviews() {
        return Stream.of(
                // Nobody else is needed: only the requester counts.
                Arguments.of(List.of("anna"), 1, "anna", YES, new Verdict.Start()),
                Arguments.of(List.of("anna"), 1, "arsen", YES, refused(Refusal.NOT_YOURS)),
                Arguments.of(List.of("anna"), 1, "arsen", NO, refused(Refusal.NOT_YOURS)),
                Arguments.of(List.of("anna"), 1, "anna", NO, new Verdict.Cancelled()),
                // A second person: never the requester.
                Arguments.of(
                        List.of("anna"), 2, "anna", YES, refused(Refusal.NEEDS_ANOTHER_PERSON)),
                Arguments.of(List.of("anna"), 2, "arsen", YES, new Verdict.Start()),
                Arguments.of(List.of("anna"), 2, "arsen", NO, new Verdict.Cancelled()),
                Arguments.of(List.of("anna"), 2, "anna", NO, new Verdict.Cancelled()),
                // Three distinct persons.
                Arguments.of(List.of("anna"), 3, "arsen", YES, new Verdict.Agreed(1)),
                Arguments.of(
                        List.of("anna", "arsen"), 3, "arsen", YES, refused(Refusal.ALREADY_AGREED)),
                Arguments.of(
                        List.of("anna", "arsen"),
                        3,
                        "anna",
                        YES,
                        refused(Refusal.NEEDS_ANOTHER_PERSON)),
                Arguments.of(List.of("anna", "arsen"), 3, "boris", YES, new Verdict.Start()),
                Arguments.of(List.of("anna", "arsen"), 3, "arsen", NO, new Verdict.Cancelled()));
    }

    @ParameterizedTest(name = "{0} agreed, {1} needed, {2} says {3}: {4}")
    @MethodSource("reviews")
    void a_press_counts_for_the_person_who_made_it(
            List<String> agreed, int needed, String person, Answer answer, Verdict expected) {
        Offer offer = offer(agreed, needed, Offer.State.OPEN);

        assertThat(OfferRule.decide(offer, press(offer, person, answer))).isEqualTo(expected);
    }

    @Test
    void what_was_decided_stays_decided() {
        for (Answer answer : Answer.values()) {
            Offer taken = offer(List.of("anna"), 1, Offer.State.TAKEN);
            Offer cancelled = offer(List.of("anna"), 1, Offer.State.CANCELLED);

            assertThat(OfferRule.decide(taken, press(taken, "anna", answer)))
                    .isEqualTo(refused(Refusal.TAKEN));
            assertThat(OfferRule.decide(cancelled, press(cancelled, "anna", answer)))
                    .isEqualTo(refused(Refusal.CANCELLED));
        }
    }

    @Test
    void a_button_is_good_until_its_time_is_over_and_not_at_that_moment() {
        Offer offer = offer(List.of("anna"), 1, Offer.State.OPEN);

        assertThat(OfferRule.decide(offer, at(offer, offer.expiresAt().minusMillis(1))))
                .isEqualTo(new Verdict.Start());
        assertThat(OfferRule.decide(offer, at(offer, offer.expiresAt())))
                .isEqualTo(refused(Refusal.EXPIRED));
    }

    @Test
    void a_person_who_may_not_run_it_changes_nothing() {
        Offer offer = offer(List.of("anna"), 2, Offer.State.OPEN);
        OfferRule.Press press =
                new OfferRule.Press(YES, "lena", false, OPS, CARD, offer.fingerprint(), NOW);

        assertThat(OfferRule.decide(offer, press)).isEqualTo(refused(Refusal.NOT_PERMITTED));
    }

    @Test
    void a_button_copied_to_another_chat_or_message_is_worth_nothing() {
        Offer offer = offer(List.of("anna"), 1, Offer.State.OPEN);
        Destination feed = new Destination("telegram", "-200");

        assertThat(
                        OfferRule.decide(
                                offer,
                                new OfferRule.Press(
                                        YES, "anna", true, feed, CARD, offer.fingerprint(), NOW)))
                .isEqualTo(refused(Refusal.OTHER_MESSAGE));
        assertThat(
                        OfferRule.decide(
                                offer,
                                new OfferRule.Press(
                                        YES,
                                        "anna",
                                        true,
                                        OPS,
                                        new Subject("answer:2"),
                                        offer.fingerprint(),
                                        NOW)))
                .isEqualTo(refused(Refusal.OTHER_MESSAGE));
    }

    @Test
    void a_plan_that_changed_since_it_was_shown_does_not_run() {
        Offer offer = offer(List.of("anna"), 1, Offer.State.OPEN);

        assertThat(
                        OfferRule.decide(
                                offer,
                                new OfferRule.Press(YES, "anna", true, OPS, CARD, "another", NOW)))
                .isEqualTo(refused(Refusal.PLAN_CHANGED));
    }

    private static Verdict refused(Refusal refusal) {
        return new Verdict.Refused(refusal);
    }

    private static OfferRule.Press press(Offer offer, String person, Answer answer) {
        return new OfferRule.Press(answer, person, true, OPS, CARD, offer.fingerprint(), NOW);
    }

    private static OfferRule.Press at(Offer offer, Instant at) {
        return new OfferRule.Press(YES, "anna", true, OPS, CARD, offer.fingerprint(), at);
    }

    private static Offer offer(List<String> agreed, int needed, Offer.State state) {
        Plan plan =
                new Plan(
                        Plan.Kind.RUNBOOK,
                        "redis",
                        Map.of(Language.EN, "Clear the stuck queue"),
                        List.of(),
                        Role.ADMIN,
                        true,
                        needed,
                        List.of(),
                        List.of(
                                new PlannedStep.Run(
                                        "prod-1", List.of("true"), Duration.ofSeconds(5))),
                        List.of());
        return new Offer(
                "nonce",
                plan,
                PlanJson.fingerprint(plan, List.of()),
                agreed.getFirst(),
                agreed,
                new Origin(OPS, CARD, Language.EN, ZoneOffset.UTC, "c1"),
                state,
                NOW.plusSeconds(60));
    }
}
