package pikett.playground.world;

/// What PM2 says of a process; the texts are PM2's.
public enum Pm2Status {
    /// A child runs. PM2 says so from the moment of its start, whatever becomes of it.
    ONLINE("online"),
    /// Told to end, and has not ended yet.
    STOPPING("stopping"),
    /// Ended because it was told to.
    STOPPED("stopped"),
    /// Given up: it could not be started, or ended too often within a second of its start.
    ERRORED("errored");

    private final String text;

    Pm2Status(String text) {
        this.text = text;
    }

    /// As `pm2 jlist` prints it.
    public String text() {
        return text;
    }
}
