package pikett.bot.real;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A secret that is put where secrets lie about, and that must be found nowhere else.
enum Canary {
    /// The half of the token that matters.
    TOKEN("real-token-canary-7f3e5b1d9a2c4e60"),
    PROXY_PASSWORD("canary p:ss"),
    SSH_PASSWORD("canary-ssh-0b7d41e95c"),
    REDIS_PASSWORD("canary-redis+3c7e/51a8"),
    DATABASE_PASSWORD("canary-database-8e21c7"),
    SMTP_PASSWORD("canary-smtp-61fe0d2b"),
    WEBHOOK_BEARER("canary-hook-94ab7720d1"),
    /// The end of an address, as Slack gives them out.
    WEBHOOK_ADDRESS("canaryT0Kj3bWq9sXz71"),
    BEAT_ADDRESS("canary-8f25-4f53-9a7e-1d0d5c1b6b7e"),
    SOURCE_BEARER("canary-source-2d90f6b1c3"),
    SOURCE_SIGNING("canary-signing-77a0e4b95c"),
    SCRIPT_BEARER("canary-scripts-5e08b3f1d2"),
    JOB_BEARER("canary-job-9b1d7f3e5a2c4e60"),

    /// A variable of services, which `pm2 jlist` prints in full.
    ENVIRONMENT("sk-canary-5e1f0c77a2b94d60"),
    /// Those from here on the configuration does not know: only what stands beside them gives them away.
    LOG("canary-9c41b7d2e0f34a58"),
    STATUS_OUTPUT("canary-status-1f6c"),
    HEALTH_BODY("canary-health-c2d7"),
    JOB_OUTPUT("canary-output-7e30"),
    /// Of a label that is named as secrets are.
    NAMED_LABEL("canary-label-4d1a"),
    /// Of a label whose value looks like a key.
    KEY_LABEL("sk-canary-label-7a60d1f2e5"),
    ANNOTATION("canary-annotation-b83e");

    private final String value;

    Canary(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }

    /// In an address.
    String encoded() {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// How it may be written: plainly, in an address, and inside of something in Base64.
    List<String> forms() {
        return forms(value);
    }

    static List<String> forms(String secret) {
        List<String> forms =
                new ArrayList<>(List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            byte[] moved = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, moved, before, bytes.length);
            // The letters at both ends are shared with what stands there.
            forms.add(
                    Base64.getEncoder()
                            .encodeToString(moved)
                            .substring((before * 8 + 5) / 6, moved.length * 8 / 6));
        }
        return forms;
    }
}
