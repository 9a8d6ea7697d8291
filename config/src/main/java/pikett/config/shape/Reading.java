package pikett.config.shape;

import java.util.List;
import java.util.Optional;
import pikett.config.Problem;
import pikett.config.Secret;
import pikett.config.Surroundings;

/// One pass over one file, as seen from one place in it: collects what is wrong, which names there are and
/// which are used.
///
/// Not safe for use by many threads.
public final class Reading {
    private final Findings findings;
    private final String path;
    private final Optional<Entry> entry;

    private Reading(Findings findings, String path, Optional<Entry> entry) {
        this.findings = findings;
        this.path = path;
        this.entry = entry;
    }

    /// A pass over a file that is called `file` in the problems.
    public static Reading of(String file, Surroundings surroundings) {
        return new Reading(new Findings(file, surroundings), "", Optional.empty());
    }

    /// The root of the text; empty when it cannot be understood, which is reported then.
    public Optional<YamlNode> parse(String text) {
        return YamlTree.parse(text, this);
    }

    /// The same pass, one key deeper.
    Reading key(String name) {
        return new Reading(findings, path.isEmpty() ? name : path + "." + name, entry);
    }

    /// The same pass, in an entry with a name of its own.
    Reading entry(Kind kind, String name) {
        Optional<Entry> outermost = entry.or(() -> Optional.of(new Entry(kind, name)));
        return new Reading(findings, key(name).path, outermost);
    }

    /// Something is wrong here.
    public void problem(Position at, String what, String wayOut) {
        findings.problem(at, path.isEmpty() ? what : path + ": " + what, wayOut);
    }

    /// The value of what was parsed; what is wrong with it is reported.
    <T> Optional<T> take(YamlNode.Text text, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> Optional.of(value);
            case Parsed.Bad<T>(int column, String what, String wayOut) -> {
                problem(text.at(column), what, wayOut);
                yield Optional.empty();
            }
        };
    }

    /// There is such a thing, whether or not its description is sound.
    void declare(Kind kind, String name) {
        findings.names.declare(kind, scope(kind), name);
    }

    /// The outermost thing with a name of its own around this place is one of this kind too.
    public void declareAlso(Kind kind) {
        entry.ifPresent(around -> declare(kind, around.name()));
    }

    /// Nothing can be known of these names, because their section is unreadable.
    void giveUp(Kind kind) {
        findings.names.giveUp(kind, scope(kind));
    }

    /// Such a thing must exist.
    public void refer(Kind kind, String name, Position at) {
        String from = entry.map(Entry::name).orElse("");
        boolean fromSameKind = entry.map(Entry::kind).equals(Optional.of(kind));
        findings.names.refer(new Names.Use(kind, scope(kind), from, name, at, path, fromSameKind));
    }

    /// No two places may hold the same value of this kind.
    void unique(String noun, String value, Position at) {
        findings.unique(noun, value, path, at)
                .ifPresent(earlier ->
                        problem(
                                at,
                                "the same %s stands at %s already".formatted(noun, earlier),
                                "keep one of the two"));
    }

    /// These texts must not be seen by anybody.
    void secret(List<String> texts) {
        texts.stream()
                .filter(text -> !text.isBlank())
                .map(Secret::new)
                .forEach(findings.secrets::add);
    }

    Surroundings surroundings() {
        return findings.surroundings;
    }

    /// Everything that is wrong, in the order of the file; to be asked once, at the end.
    public List<Problem> problems() {
        return findings.conclude();
    }

    /// Every secret that the file holds or refers to.
    public List<Secret> secrets() {
        return findings.secrets.stream().distinct().toList();
    }

    private String scope(Kind kind) {
        return kind.belongsToEntry() ? entry.map(Entry::name).orElse("") : "";
    }

    /// The outermost thing with a name of its own around a place.
    private record Entry(Kind kind, String name) {}
}
