package pikett.config.section;

import pikett.config.shape.Kind;

/// The kinds of things that the file names.
final class Kinds {
    static final Kind CHAT = new Kind("chat", false);
    static final Kind PERSON = new Kind("person", false);
    static final Kind HOST = new Kind("host", false);
    static final Kind SERVICE = new Kind("service", false);
    static final Kind QUEUE = new Kind("queue", false);
    static final Kind RUNBOOK = new Kind("runbook", false);
    static final Kind PARAMETER = new Kind("parameter", true);

    private Kinds() {}
}
