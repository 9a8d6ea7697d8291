package pikett.config.shape;

import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/// Says in our words what the YAML parser found. Its own words may quote the file, and with it a secret.
final class SyntaxProblem {
    private static final List<Phrase> PHRASES =
            List.of(
                    new Phrase(
                            "\\t(tab)",
                            "a tab stands where YAML wants spaces",
                            "indent with spaces"),
                    new Phrase(
                            "mapping values are not allowed",
                            "a `: ` stands where no key can be",
                            "put the value in quotes, or check the indentation of this line"),
                    new Phrase(
                            "found unexpected end of stream",
                            "a quote that was opened is never closed",
                            "close it"),
                    new Phrase(
                            "expected ',' or",
                            "a bracket that was opened is not closed before this",
                            "close it, separate the parts by commas, and quote values with { } [ ] or commas in"
                                    + " them"),
                    new Phrase(
                            "could not find expected ':'",
                            "a line is neither a key with a value nor part of one",
                            "write `key: value`, with a space after the colon"),
                    new Phrase(
                            "expected <block end>",
                            "the indentation does not fit the lines above",
                            "give keys of one group the same indentation"),
                    new Phrase(
                            "unknown escape character",
                            "an unknown \\ escape stands in double quotes",
                            "use single quotes, in which \\ means itself"),
                    new Phrase(
                            "cannot start any token",
                            "a value begins with a character that YAML keeps for itself",
                            "put the value in quotes"),
                    new Phrase(
                            "nested too deeply",
                            "this is nested too deeply",
                            "compare it with config/pikett.example.yaml"));

    private SyntaxProblem() {}

    static void report(MarkedYAMLException broken, Reading reading) {
        Mark mark = broken.getProblemMark();
        Position at = mark == null ? new Position(1, 1) : YamlTree.position(mark);
        String theirs = String.valueOf(broken.getProblem()).toLowerCase(Locale.ROOT);
        Phrase phrase =
                PHRASES.stream()
                        .filter(candidate -> theirs.contains(candidate.sign))
                        .findFirst()
                        .orElse(
                                new Phrase(
                                        "",
                                        "this is not YAML",
                                        "check indentation, quotes and brackets here and in the line"
                                                + " above"));
        reading.problem(at, phrase.what, phrase.wayOut);
    }

    static void report(ReaderException unprintable, String text, Reading reading) {
        int offset = Math.clamp(unprintable.getPosition(), 0, text.length());
        reading.problem(
                Position.after(text.substring(0, offset)),
                "a character that cannot be printed stands here",
                "remove it; in double quotes it can be written as an escape such as \"\\e\"");
    }

    private record Phrase(String sign, String what, String wayOut) {}
}
