package pikett.config.section;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pikett.config.TemplateWord;
import pikett.config.shape.Nearest;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;

/// Templates of what is posted: JSON, so that nothing that is filled in can be more than text.
final class TemplateShape {
    private static final Pattern WORD = Pattern.compile("\\{([a-z_-]+)}");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private TemplateShape() {}

    static Scalar<String> template() {
        return Scalars.matching(
                        "JSON such as {\"summary\": \"{title}\"}", "(?s)\\s*[\\[{].{1,8000}")
                .obeying(TemplateShape::check);
    }

    private static Parsed<String> check(String text) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            return Parsed.bad(
                    "this is not JSON: "
                            + wrong.getOriginalMessage().lines().findFirst().orElse(""),
                    "write it in single quotes, or as a block after |, with \" around every text");
        }
        return unknown(node)
                .map(word ->
                        Parsed.<String>bad(
                                "nothing is called {%s} here".formatted(word),
                                Nearest.wayOut(word, TemplateWord.words())))
                .orElseGet(() -> Parsed.good(text));
    }

    private static Optional<String> unknown(JsonNode node) {
        return texts(node)
                .flatMap(text -> WORD.matcher(text).results())
                .map(found -> found.group(1))
                .filter(word -> !TemplateWord.words().contains(word))
                .findFirst();
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.textValue())
                : node.valueStream().flatMap(TemplateShape::texts);
    }
}
