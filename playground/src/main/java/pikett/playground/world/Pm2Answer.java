package pikett.playground.world;

/// What the `pm2` command prints, and the code it ends with.
record Pm2Answer(int code, String text) {
    static Pm2Answer done(String text) {
        return new Pm2Answer(0, text);
    }

    static Pm2Answer failed(String text) {
        return new Pm2Answer(1, "[PM2][ERROR] " + text + "\n");
    }
}
