package pikett.bot.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pikett.bot.card.Button.Act;

/// Cards as JSON, the payload of a delivery of kind [#KIND].
///
/// The written form is kept in the database, so an older form stays readable: fields are added, never
/// renamed.
public final class CardJson {
    /// The kind of content that holds a card.
    public static final String KIND = "card";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private CardJson() {}

    /// The card as one line of JSON.
    public static String write(Card card) {
        try {
            return MAPPER.writeValueAsString(Wire.of(card));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a card could not be written as JSON", impossible);
        }
    }

    /// The card that was written.
    ///
    /// @throws IllegalArgumentException when this is not a card
    public static Card read(String json) {
        try {
            Wire wire = MAPPER.readValue(json, Wire.class);
            if (wire == null) {
                throw new IllegalArgumentException("not a card: null");
            }
            return wire.card();
        } catch (JsonProcessingException e) {
            // The cause would quote the payload, which may be anything; its class is enough.
            throw new IllegalArgumentException("not a card: " + e.getClass().getSimpleName(), e);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Wire(
            @Nullable String text,
            @Nullable List<WireSpan> spans,
            @Nullable List<List<WireButton>> rows,
            @Nullable WireFile file) {

        static Wire of(Card card) {
            return new Wire(
                    card.text().text(),
                    card.text().spans().stream().map(WireSpan::of).toList(),
                    card.rows().stream()
                            .map(row -> row.stream().map(WireButton::of).toList())
                            .toList(),
                    card.file()
                            .map(file -> new WireFile(file.name(), file.content()))
                            .orElse(null));
        }

        Card card() {
            return new Card(
                    new RichText(
                            Objects.requireNonNullElse(text, ""),
                            Objects.requireNonNullElse(spans, List.<WireSpan>of()).stream()
                                    .map(WireSpan::span)
                                    .toList()),
                    Objects.requireNonNullElse(rows, List.<List<WireButton>>of()).stream()
                            .map(row -> row.stream().map(WireButton::button).toList())
                            .toList(),
                    Optional.ofNullable(file)
                            .map(found -> new Card.TextFile(found.name(), found.content())));
        }
    }

    private record WireSpan(int offset, int length, RichText.Style style) {
        static WireSpan of(RichText.Span span) {
            return new WireSpan(span.offset(), span.length(), span.style());
        }

        RichText.Span span() {
            return new RichText.Span(offset, length, style);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record WireButton(
            String label,
            Button.Tone tone,
            @Nullable String type,
            @Nullable String redeem,
            @Nullable String copy) {

        static WireButton of(Button button) {
            return switch (button.act()) {
                case Act.Type(String line) ->
                        new WireButton(button.label(), button.tone(), line, null, null);
                case Act.Redeem(String nonce) ->
                        new WireButton(button.label(), button.tone(), null, nonce, null);
                case Act.Copy(String text) ->
                        new WireButton(button.label(), button.tone(), null, null, text);
            };
        }

        Button button() {
            return new Button(label, tone, act());
        }

        private Act act() {
            if (type != null) {
                return new Act.Type(type);
            }
            if (redeem != null) {
                return new Act.Redeem(redeem);
            }
            if (copy != null) {
                return new Act.Copy(copy);
            }
            throw new IllegalArgumentException("not a card: a button that does nothing");
        }
    }

    private record WireFile(String name, String content) {}
}
