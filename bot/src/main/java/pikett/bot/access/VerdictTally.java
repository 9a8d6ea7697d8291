package pikett.bot.access;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// How often the gate decided what. Safe for use by many threads.
public final class VerdictTally {
    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    /// The verdicts, without who and what they were about.
    public enum Kind {
        ALLOWED,
        CHATTER,
        UNKNOWN,
        EXPIRED,
        INTERRUPTED,
        NOT_PERMITTED,
        STRANGER,
        FOREIGN_CHAT,
        GROUP_MOVED,
        SILENT
    }

    public VerdictTally() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    public void add(Verdict verdict) {
        adder(kind(verdict)).increment();
    }

    public long count(Kind kind) {
        return adder(kind).sum();
    }

    private static Kind kind(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> Kind.ALLOWED;
            case Verdict.Chatter _ -> Kind.CHATTER;
            case Verdict.UnknownCommand _, Verdict.UnknownButton _ -> Kind.UNKNOWN;
            case Verdict.Expired _ -> Kind.EXPIRED;
            case Verdict.Interrupted _ -> Kind.INTERRUPTED;
            case Verdict.NotPermitted _, Verdict.NotYourService _ -> Kind.NOT_PERMITTED;
            case Verdict.Stranger _ -> Kind.STRANGER;
            case Verdict.ForeignChat _ -> Kind.FOREIGN_CHAT;
            case Verdict.GroupMoved _ -> Kind.GROUP_MOVED;
            case Verdict.Silent _ -> Kind.SILENT;
        };
    }

    private LongAdder adder(Kind kind) {
        LongAdder adder = counts.get(kind);
        if (adder == null) {
            throw new IllegalStateException("every verdict is counted: " + kind);
        }
        return adder;
    }
}
