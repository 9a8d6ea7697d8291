package pikett.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.SendOutcome;
import pikett.bot.delivery.Verdict.Simplification;
import pikett.bot.telegram.CallFailure;

class SendClassifierTest {
    private static final TelegramAddress OPS = new TelegramAddress(-100, Optional.of(12));
    private static final Attempt FRESH = new Attempt(OPS, Optional.empty(), 1, false, 0.5);
    private static final Attempt EDIT = new Attempt(OPS, Optional.of(55), 1, false, 0.5);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    403 | Forbidden: bot was kicked from the supergroup chat | true
                    403 | Forbidden: bot was blocked by the user             | true
                    403 | Forbidden: user is deactivated                     | true
                    403 | Forbidden: bot is not a member of the channel chat | true
                    403 | Forbidden: the group chat was deleted              | true
                    403 | Forbidden: bot can't initiate conversation with a user | true
                    403 | Forbidden: something that nobody has seen yet      | false
                    400 | Bad Request: chat not found                        | true
                    400 | Bad Request: PEER_ID_INVALID                       | true
                    400 | Bad Request: not enough rights to send text messages to the chat | true
                    400 | Bad Request: CHAT_WRITE_FORBIDDEN                  | true
                    400 | Bad Request: text must be non-empty                | false
                    400 | Bad Request: something new                         | false
                    413 | Request Entity Too Large                           | false
                    """)
    void whatWillNeverArriveIsRejected(int code, String description, boolean broken) {
        assertThat(outcome(refused(code, description), FRESH))
                .isEqualTo(new SendOutcome.Rejected(code + " " + description, broken));
    }

    @ParameterizedTest
    @CsvSource({"500, Internal Server Error", "502, Bad Gateway", "504, Gateway Timeout", "0, x"})
    void troubleOfTelegramsOwnIsUnclear(int code, String description) {
        assertThat(outcome(refused(code, description), FRESH))
                .isInstanceOf(SendOutcome.MaybeSent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void troubleThatGoesOnIsNoReasonToGiveUp(int code) {
        Attempt repeat = new Attempt(OPS, Optional.empty(), 2, true, 0.5);
        assertThat(outcome(refused(code, "x"), repeat)).isInstanceOf(SendOutcome.NotSent.class);
    }

    @Test
    void whatNeverLeftIsRepeatedWithoutAMark() {
        assertThat(outcome(new CallFailure.NeverLeft("no such host"), FRESH))
                .isEqualTo(new SendOutcome.NotSent("no such host"));
    }

    @Test
    void whatLeftAndWasNotAnsweredIsRepeatedWithAMarkButAnEditNeedsNone() {
        CallFailure unclear = new CallFailure.Unclear("timeout");
        assertThat(outcome(unclear, FRESH)).isEqualTo(new SendOutcome.MaybeSent("timeout"));
        assertThat(outcome(unclear, EDIT)).isEqualTo(new SendOutcome.NotSent("timeout"));
    }

    @Test
    void aRefusedTokenStopsTheWholeChannelForMoreThanAMinuteAndLosesNothing() {
        for (int code : new int[] {401, 404}) {
            assertThat(outcome(refused(code, "Unauthorized"), FRESH))
                    .isInstanceOfSatisfying(
                            SendOutcome.Wait.class,
                            wait -> {
                                assertThat(wait.wholeChannel()).isTrue();
                                assertThat(wait.atLeast()).isGreaterThan(Duration.ofMinutes(1));
                            });
        }
    }

    @Test
    void theWaitThatIsAskedForIsNeverShortened() {
        for (double random : new double[] {0, 0.5, 1}) {
            Attempt attempt = new Attempt(OPS, Optional.empty(), 9, false, random);
            CallFailure flood =
                    new CallFailure.Refused(
                            429, "Too Many", Optional.of(Duration.ofMinutes(5)), Optional.empty());
            assertThat(wait(flood, attempt))
                    .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(301));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "2, 1, 3", "5, 8, 17", "7, 30, 61", "99, 30, 61"})
    void withoutAFigureTheWaitGrowsToAMinute(int number, int least, int most) {
        for (double random : new double[] {0, 0.5, 1}) {
            assertThat(
                            wait(
                                    refused(429, ""),
                                    new Attempt(OPS, Optional.empty(), number, false, random)))
                    .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
        }
    }

    @Test
    void aMigratedGroupMovesWithItsTopic() {
        CallFailure moved =
                new CallFailure.Refused(
                        400, "group chat was upgraded", Optional.empty(), Optional.of(-1007L));
        assertThat(outcome(moved, FRESH))
                .isEqualTo(new SendOutcome.Moved(new Destination("telegram", "-1007/12")));
    }

    @Test
    void anEditThatChangesNothingHasArrived() {
        assertThat(outcome(refused(400, "Bad Request: message is not modified: the same"), EDIT))
                .isEqualTo(new SendOutcome.Sent("55"));
    }

    @ParameterizedTest
    @CsvSource({
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: MESSAGE_ID_INVALID"
    })
    void aMessageThatIsGoneIsReplaced(String description) {
        assertThat(outcome(refused(400, description), EDIT))
                .isInstanceOf(SendOutcome.MessageGone.class);
    }

    @ParameterizedTest
    @MethodSource("simpler")
    void whatTelegramWouldTakeInsteadIsTried(String description, Simplification how) {
        assertThat(SendClassifier.classify(refused(400, description), FRESH))
                .isEqualTo(new Verdict.Simplify(how));
    }

    static Stream<Arguments> simpler() {
        return Stream.of(
                        new Object[][] {
                            {"Bad Request: can't parse entities: x", Simplification.PLAIN_TEXT},
                            {"Bad Request: ENTITY_BOUNDS_INVALID", Simplification.PLAIN_TEXT},
                            {"Bad Request: message thread not found", Simplification.GENERAL_TOPIC},
                            {"Bad Request: TOPIC_CLOSED", Simplification.GENERAL_TOPIC},
                            {"Bad Request: message is too long", Simplification.SHORTER},
                            {"Bad Request: MESSAGE_TOO_LONG", Simplification.SHORTER},
                            {"Bad Request: BUTTON_DATA_INVALID", Simplification.WITHOUT_BUTTONS},
                            {
                                "Bad Request: reply markup is too long",
                                Simplification.WITHOUT_BUTTONS
                            }
                        })
                .map(Arguments::of);
    }

    private static Duration wait(CallFailure failure, Attempt attempt) {
        return ((SendOutcome.Wait) outcome(failure, attempt)).atLeast();
    }

    private static SendOutcome outcome(CallFailure failure, Attempt attempt) {
        return ((Verdict.Ended) SendClassifier.classify(failure, attempt)).outcome();
    }

    private static CallFailure refused(int code, String description) {
        return new CallFailure.Refused(code, description, Optional.empty(), Optional.empty());
    }
}
