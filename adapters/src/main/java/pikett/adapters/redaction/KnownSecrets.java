package pikett.adapters.redaction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import pikett.config.Secret;

/// The secrets that the configuration knows, in every form in which they travel.
final class KnownSecrets {
    /// Anything shorter would be found in every other word.
    private static final int SHORTEST = 4;

    /// From here on a chance find inside another word is out of the question.
    private static final int LONG_ENOUGH = 8;

    /// The longest first: a secret may be the beginning of another.
    private final List<String> forms;

    private KnownSecrets(List<String> forms) {
        this.forms = forms;
    }

    static KnownSecrets of(Collection<Secret> known) {
        Set<String> forms = new TreeSet<>();
        known.stream()
                .map(Secret::reveal)
                .filter(secret -> secret.length() >= SHORTEST)
                .forEach(secret -> addForms(secret, forms));
        return new KnownSecrets(
                forms.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList());
    }

    /// The text with every known secret masked.
    String remove(String text) {
        String redacted = text;
        for (String form : forms) {
            // Nearly always it is not there, and looking for one text is as fast as it gets.
            if (redacted.contains(form)) {
                redacted = mask(redacted, form);
            }
        }
        return redacted;
    }

    private static String mask(String text, String form) {
        return form.length() >= LONG_ENOUGH
                ? text.replace(form, Redactor.MASK)
                : Rule.always(
                                "(?<![\\p{L}\\p{N}])(?<secret>%s)(?![\\p{L}\\p{N}])"
                                        .formatted(Pattern.quote(form)))
                        .apply(text);
    }

    private static void addForms(String secret, Set<String> forms) {
        forms.add(secret);
        int colon = secret.indexOf(':');
        if (secret.length() - colon > LONG_ENOUGH) {
            // The second half of a bot token is the part that matters.
            forms.add(secret.substring(colon + 1));
        }
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        forms.add(encoded.replaceAll("%(?=[0-9A-F]{2})", "%25"));
        forms.add(lowerEscapes(encoded));
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        forms.add(json);
        forms.add(json.replace("/", "\\/"));
        forms.add(
                secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
        if (secret.length() >= LONG_ENOUGH) {
            addBase64(secret, forms);
        }
    }

    private static String lowerEscapes(String encoded) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(encoded)
                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    /// Base64 writes three bytes as four letters, so a secret inside a longer text has one of three forms.
    /// The letters at both ends mix in bits of the neighbours and are left out.
    private static void addBase64(String secret, Set<String> forms) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before : List.of(0, 1, 2)) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            forms.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
            forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
        }
    }
}
