package pikett.adapters.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The lines of an OpenSSH `known_hosts` file that speak of plain host keys; never written to.
///
/// Unlike JSch's own reader it holds that an entry for a bare host says nothing about another port of
/// it. Lines for certificate authorities are left out: a host certificate is not asked for.
record KnownHosts(List<Entry> entries) {
    private static final String HASHED = "|1|";

    /// One line.
    ///
    /// @param hosts patterns separated by commas, or one hashed name
    /// @param type `ssh-ed25519` for example
    /// @param fingerprint of the key, `SHA256:…`
    record Entry(boolean revoked, String hosts, String type, String fingerprint) {
        boolean names(String host) {
            if (hosts.startsWith(HASHED)) {
                return matchesHash(host);
            }
            boolean named = false;
            for (String pattern : hosts.split(",", -1)) {
                boolean negated = pattern.startsWith("!");
                if (matchesPattern(negated ? pattern.substring(1) : pattern, host)) {
                    if (negated) {
                        return false;
                    }
                    named = true;
                }
            }
            return named;
        }

        private boolean matchesHash(String host) {
            String[] saltAndHash = hosts.substring(HASHED.length()).split("\\|", -1);
            if (saltAndHash.length != 2) {
                return false;
            }
            try {
                Base64.Decoder base64 = Base64.getDecoder();
                Mac mac = Mac.getInstance("HmacSHA1");
                mac.init(new SecretKeySpec(base64.decode(saltAndHash[0]), "HmacSHA1"));
                byte[] hash = mac.doFinal(host.getBytes(StandardCharsets.UTF_8));
                return MessageDigest.isEqual(hash, base64.decode(saltAndHash[1]));
            } catch (IllegalArgumentException malformed) {
                return false;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java platform has HmacSHA1", impossible);
            }
        }

        private static boolean matchesPattern(String pattern, String host) {
            StringBuilder regex = new StringBuilder();
            pattern.codePoints()
                    .forEach(c ->
                            regex.append(
                                    switch (c) {
                                        case '*' -> ".*";
                                        case '?' -> ".";
                                        default -> Pattern.quote(Character.toString(c));
                                    }));
            return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE)
                    .matcher(host)
                    .matches();
        }
    }

    /// Reads the file.
    ///
    /// @throws IOException if it cannot be read
    static KnownHosts read(Path file) throws IOException {
        // Comments may be in any charset; Latin-1 reads every byte and leaves ASCII as it is.
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            parse(line.strip()).ifPresent(entries::add);
        }
        return new KnownHosts(List.copyOf(entries));
    }

    /// The entries for a host in the file's own spelling of it: `host` for port 22, else `[host]:port`.
    List<Entry> of(String address, int port) {
        String host = port == 22 ? address : "[" + address + "]:" + port;
        return entries.stream().filter(entry -> entry.names(host)).toList();
    }

    private static Optional<Entry> parse(String line) {
        List<String> fields = Arrays.asList(line.split("[ \t]+"));
        boolean revoked = fields.getFirst().equals("@revoked");
        if (revoked) {
            fields = fields.subList(1, fields.size());
        }
        if (line.startsWith("#") || (line.startsWith("@") && !revoked) || fields.size() < 3) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(fields.get(2));
            return Optional.of(
                    new Entry(revoked, fields.get(0), fields.get(1), Fingerprint.of(key)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
