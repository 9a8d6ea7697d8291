package pikett.config.shape;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.resolver.Resolver;

/// Turns the text of a file into nodes, and refuses the parts of YAML that make a file say something else
/// than it seems to: anchors, aliases, merge keys, tags, duplicate keys, more than one document.
///
/// Built from the stream of events, so that a deep or endless file is given up early.
final class YamlTree {
    /// Deeper than any section needs, far less than the stack holds.
    private static final int DEEPEST = 32;

    private final Reading reading;
    private final Iterator<Event> events;
    private final Resolver resolver = new Resolver();

    private YamlTree(String text, Reading reading) {
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(false);
        this.reading = reading;
        this.events = new Yaml(options).parse(new StringReader(text)).iterator();
    }

    /// The only document of the text; empty when there is none or it cannot be understood, which is
    /// reported then.
    static Optional<YamlNode> parse(String text, Reading reading) {
        try {
            return new YamlTree(text, reading).document();
        } catch (MarkedYAMLException broken) {
            SyntaxProblem.report(broken, reading);
        } catch (ReaderException unprintable) {
            SyntaxProblem.report(unprintable, text, reading);
        } catch (TooDeep deep) {
            reading.problem(
                    deep.at,
                    "this is nested more deeply than any section",
                    "compare it with config/pikett.example.yaml");
        } catch (YAMLException _) {
            reading.problem(
                    new Position(1, 1),
                    "the file cannot be understood as YAML",
                    "compare it with config/pikett.example.yaml");
        }
        return Optional.empty();
    }

    private Optional<YamlNode> document() {
        Optional<YamlNode> first = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (!(event instanceof DocumentStartEvent)) {
                continue;
            }
            if (first.isPresent()) {
                reading.problem(
                        position(event.getStartMark()),
                        "a second document starts here",
                        "keep everything in one document: remove the line `---`");
                return Optional.empty();
            }
            first = Optional.of(node(events.next(), Optional.empty(), 0));
        }
        return first;
    }

    private YamlNode node(Event event, Optional<Position> owner, int depth) {
        Position at = position(event.getStartMark());
        if (depth > DEEPEST) {
            throw new TooDeep(at);
        }
        refuseAnchor(event, at);
        return switch (event) {
            case AliasEvent _ -> new YamlNode.Broken(at);
            case ScalarEvent scalar -> scalar(scalar, at);
            case SequenceStartEvent sequence -> {
                List<YamlNode> items = items(depth);
                yield tagged(sequence.getTag(), at)
                        .orElse(new YamlNode.Items(items, owner.orElse(at)));
            }
            case MappingStartEvent mapping -> {
                List<YamlNode.Entry> entries = entries(depth);
                yield tagged(mapping.getTag(), at)
                        .orElse(new YamlNode.Entries(entries, owner.orElse(at)));
            }
            default -> throw new YAMLException("no value where one must be");
        };
    }

    private List<YamlNode> items(int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
            items.add(node(event, Optional.empty(), depth + 1));
        }
        return items;
    }

    private List<YamlNode.Entry> entries(int depth) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
            Position at = position(event.getStartMark());
            Optional<String> key = key(event, at, depth);
            YamlNode value = node(events.next(), Optional.of(at), depth + 1);
            if (key.isEmpty()) {
                continue;
            }
            Position earlier = seen.putIfAbsent(key.get(), at);
            if (earlier == null) {
                entries.add(new YamlNode.Entry(key.get(), at, value));
            } else {
                reading.problem(
                        at,
                        "the key %s is already in line %d"
                                .formatted(Quote.key(key.get()), earlier.line()),
                        "keep one of the two");
            }
        }
        return entries;
    }

    private Optional<String> key(Event event, Position at, int depth) {
        if (!(event instanceof ScalarEvent scalar)) {
            // Read past it, so that what follows is still checked.
            node(event, Optional.empty(), depth + 1);
            if (!(event instanceof AliasEvent)) {
                reading.problem(at, "a key must be a plain word", "write `name: value`");
            }
            return Optional.empty();
        }
        refuseAnchor(event, at);
        if (scalar.isPlain() && resolved(scalar).equals(Tag.MERGE)) {
            reading.problem(
                    at,
                    "merge keys (`<<`) are not supported",
                    "write the keys out where they belong");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    private YamlNode scalar(ScalarEvent scalar, Position at) {
        YamlNode.Type type = scalar.isPlain() ? typeOf(resolved(scalar)) : YamlNode.Type.TEXT;
        return tagged(scalar.getTag(), at)
                .orElse(new YamlNode.Text(scalar.getValue(), type, at, first(scalar, at)));
    }

    /// Written as it reads, a text is as long as its place in the file, but for its quotes.
    private static Optional<Position> first(ScalarEvent scalar, Position at) {
        int quote = scalar.isPlain() ? 0 : 1;
        int length = scalar.getValue().codePointCount(0, scalar.getValue().length());
        Position end = position(scalar.getEndMark());
        return end.line() == at.line() && end.column() - at.column() == length + 2 * quote
                ? Optional.of(new Position(at.line(), at.column() + quote))
                : Optional.empty();
    }

    private Tag resolved(ScalarEvent scalar) {
        return resolver.resolve(NodeId.scalar, scalar.getValue(), true);
    }

    private static YamlNode.Type typeOf(Tag tag) {
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return YamlNode.Type.NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return YamlNode.Type.BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? YamlNode.Type.NOTHING : YamlNode.Type.TEXT;
    }

    private Optional<YamlNode> tagged(String tag, Position at) {
        if (tag == null) {
            return Optional.empty();
        }
        reading.problem(
                at, "YAML tags (`!…`) are not supported", "remove the tag, or quote the value");
        return Optional.of(new YamlNode.Broken(at));
    }

    private void refuseAnchor(Event event, Position at) {
        if (!(event instanceof NodeEvent node) || node.getAnchor() == null) {
            return;
        }
        String what = event instanceof AliasEvent ? "an alias (`*…`)" : "an anchor (`&…`)";
        reading.problem(
                at,
                what + " is not supported: a section says itself what it means",
                "write the value out, or quote it if it only begins like one");
    }

    static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /// The file is not worth reading on.
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Position at;

        TooDeep(Position at) {
            super("nested too deeply", null, false, false);
            this.at = at;
        }
    }
}
