package pikett.config.section;

import pikett.config.shape.Kind;

/// The kinds of things that the file names.
final class Kinds {
    static final Kind PERSON = new Kind("person", false);

    static final Kind ADMIN = new Kind("admin", false);

    /// A file without chats means the private chats of its admins.
    static final Kind CHAT = new Kind("chat", false).or(ADMIN);

    static final Kind CHANNEL = new Kind("channel", false);

    /// Whom a route may tell.
    static final Kind RECEIVER = Kind.either("chat or channel", CHAT, CHANNEL);

    static final Kind HOST = new Kind("host", false);
    static final Kind SERVICE = new Kind("service", false);
    static final Kind QUEUE = new Kind("queue", false);
    static final Kind RUNBOOK = new Kind("runbook", false);
    static final Kind WINDOW = new Kind("mute window", false);
    static final Kind DIGEST = new Kind("digest", false);
    static final Kind CHECK = new Kind("check", false);
    static final Kind SOURCE = new Kind("source", false);
    static final Kind HEARTBEAT = new Kind("heartbeat", false);
    static final Kind PARAMETER = new Kind("parameter", true);

    private Kinds() {}
}
