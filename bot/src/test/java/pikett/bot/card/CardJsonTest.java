package pikett.bot.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.bot.card.Button.Act;
import pikett.bot.card.Button.Tone;
import pikett.bot.card.RichText.Span;
import pikett.bot.card.RichText.Style;

final class CardJsonTest {
    private static final Card FULL =
            new Card(
                    new RichText(
                            "🔴 _*[<& \"api\"\nשלום",
                            List.of(new Span(0, 2, Style.BOLD), new Span(3, 4, Style.CODE))),
                    List.of(
                            List.of(
                                    new Button("🔁 Neu", Tone.DANGER, new Act.Redeem("n0nce")),
                                    new Button("Logs", Tone.NEUTRAL, new Act.Type("logs api"))),
                            List.of(new Button("📋", Tone.PRIMARY, new Act.Copy("a\"b")))),
                    Optional.of(new Card.TextFile("log.txt", "one\ntwo\u0000")));

    @Test
    void everyPartComesBack() {
        assertThat(CardJson.read(CardJson.write(FULL))).isEqualTo(FULL);
    }

    @Test
    void theWrittenFormIsKept() {
        Card card =
                new Card(
                        new RichText("ok", List.of(new Span(0, 2, Style.PRE))),
                        List.of(
                                List.of(
                                        new Button("R", Tone.NEUTRAL, new Act.Type("status")),
                                        new Button("X", Tone.DANGER, new Act.Redeem("n")))),
                        Optional.empty());
        assertThat(CardJson.write(card))
                .isEqualTo(
                        """
                        {"text":"ok","spans":[{"offset":0,"length":2,"style":"PRE"}],\
                        "rows":[[{"label":"R","tone":"NEUTRAL","type":"status"},\
                        {"label":"X","tone":"DANGER","redeem":"n"}]]}\
                        """);
    }

    @Test
    void aCardOfALaterVersionIsReadable() {
        assertThat(CardJson.read("{\"text\":\"hi\",\"later\":[1]}").text())
                .isEqualTo(RichText.plain("hi"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"text\":",
                "{\"rows\":[[{\"label\":\"x\",\"tone\":\"NEUTRAL\"}]]}"
            })
    void whatIsNoCardIsRefused(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CardJson.read(json))
                .withMessageStartingWith("not a card");
    }
}
