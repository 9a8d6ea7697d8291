package pikett.bot.inbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pikett.config.Secret;
import pikett.config.SourceConfig.Credentials;

/// Tells whether a sender is who it should be. Takes the same time whatever is wrong with what the sender
/// shows, and always holds it against every secret. Immutable.
public final class Authentication {
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final Base64.Decoder DECODER = Base64.getDecoder();
    private static final String MAC = "HmacSHA256";

    private final Credentials credentials;
    private final InstantSource clock;

    public Authentication(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /// Whether the headers alone tell who it is.
    public boolean byHead() {
        return credentials instanceof Credentials.Bearer;
    }

    /// Whether it is worth reading on: of a sender that signs, this only tells that it did.
    public boolean mayBe(Headers headers) {
        return switch (credentials) {
            case Credentials.Bearer bearer -> shows(bearer.secrets(), headers);
            case Credentials.Hmac _ -> Signature.of(headers).isPresent();
        };
    }

    /// Whether it is the sender.
    public boolean is(Headers headers, Body body) {
        return switch (credentials) {
            case Credentials.Bearer bearer -> shows(bearer.secrets(), headers);
            case Credentials.Hmac hmac ->
                    Signature.of(headers)
                            .filter(signature -> fresh(signature))
                            .filter(signature -> signed(hmac.secrets(), signature, body))
                            .isPresent();
        };
    }

    /// Whether it is the sender of the bearer, who may show it as a password too: some tools know no bearer.
    /// Whoever signs is never known by this.
    public boolean isByPassword(Headers headers) {
        return switch (credentials) {
            case Credentials.Bearer bearer ->
                    among(bearer.secrets(), behind(BEARER, headers).or(() -> password(headers)));
            case Credentials.Hmac _ -> false;
        };
    }

    private static Optional<String> password(Headers headers) {
        try {
            return behind(BASIC, headers)
                    .map(text -> new String(DECODER.decode(text), StandardCharsets.UTF_8))
                    .filter(text -> text.contains(":"))
                    .map(text -> text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean shows(List<Secret> secrets, Headers headers) {
        return among(secrets, behind(BEARER, headers));
    }

    private static Optional<String> behind(String scheme, Headers headers) {
        return headers.only("Authorization")
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).strip());
    }

    private static boolean among(List<Secret> secrets, Optional<String> shown) {
        if (shown.isEmpty()) {
            return false;
        }
        boolean same = false;
        for (Secret secret : secrets) {
            same |= same(secret.reveal().getBytes(StandardCharsets.UTF_8), bytes(shown.get()));
        }
        return same;
    }

    /// One without a time is that of a sender who tells none.
    private boolean fresh(Signature signature) {
        Instant now = clock.instant();
        return signature
                .signedAt()
                .map(at -> Duration.between(at, now).abs().compareTo(OLDEST) <= 0)
                .orElse(true);
    }

    private static boolean signed(List<Secret> secrets, Signature signature, Body body) {
        boolean same = false;
        for (Secret secret : secrets) {
            byte[] expected = mac(secret, signature.before(), body);
            same |= same(bytes(HexFormat.of().formatHex(expected)), bytes(signature.digest()));
        }
        return same;
    }

    /// Of digests, so that the time tells nothing of the length either.
    private static boolean same(byte[] expected, byte[] shown) {
        return MessageDigest.isEqual(sha256(expected), sha256(shown));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] mac(Secret secret, String before, Body body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(bytes(secret.reveal()), MAC));
            mac.update(bytes(before));
            return mac.doFinal(body.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
