package pikett.config.offer;

import pikett.config.condition.Limit;

/// What a value is, and so what it can be compared with.
public enum ValueType {
    /// True or false; is written alone.
    FLAG("true or false", "write it alone, or with not before it"),
    /// How many.
    COUNT("a number", "compare it with a plain number such as 100"),
    /// How much work waits for the processors.
    LOAD("a load", "compare it with a number such as 4, or with 2.0 per cpu"),
    /// From 0 to 1; is written in percent.
    SHARE("a share", "compare it with a percentage such as 95%"),
    /// In seconds.
    TIME("a length of time", "compare it with a duration such as 5s"),
    /// In bytes.
    SIZE("a size", "compare it with a size such as 512MiB"),
    /// Whatever somebody else counts: in seconds, bytes or shares, if it has a unit.
    MEASURE("a number", "compare it with a number such as 5, 30s, 95% or 512MiB"),
    /// Can only be equal or different.
    TEXT("a text", "use == or != and a text in quotes"),
    /// A place in a JSON document: may turn out to be anything.
    DOCUMENT("a value of a document", "compare it with a plain number, or by == or != with a text");

    private final String meaning;
    private final String wayOut;

    ValueType(String meaning, String wayOut) {
        this.meaning = meaning;
        this.wayOut = wayOut;
    }

    String meaning() {
        return meaning;
    }

    String wayOut() {
        return wayOut;
    }

    boolean mayStandAlone() {
        return this == FLAG || this == DOCUMENT;
    }

    boolean fits(Limit limit) {
        return switch (limit) {
            case Limit.Plain _ ->
                    this == COUNT || this == LOAD || this == MEASURE || this == DOCUMENT;
            case Limit.PerCpu _ -> this == LOAD;
            case Limit.Percent _ -> this == SHARE || this == MEASURE;
            case Limit.Time _ -> this == TIME || this == MEASURE;
            case Limit.Size _ -> this == SIZE || this == MEASURE;
            case Limit.Text _ -> this == TEXT || this == DOCUMENT;
        };
    }
}
