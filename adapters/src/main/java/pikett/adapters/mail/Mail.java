package pikett.adapters.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A message in plain text. Nothing in it can become a header of its own.
///
/// @param id of the message, such as `<incident-42@pikett.example.org>`; the same for a repeat
/// @param inReplyTo the message whose thread it belongs to
/// @param from an address
/// @param to addresses
/// @param subject in one line: whatever would break the line is a space
/// @param important whether mail programs shall show it so
public record Mail(
        String id,
        Optional<String> inReplyTo,
        String from,
        List<String> to,
        String subject,
        String text,
        boolean important) {
    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern ID =
            Pattern.compile("<[A-Za-z0-9.+_-]{1,100}@[A-Za-z0-9.-]{1,255}>");
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^<>(),;:\"\\\\\\[\\]]]+");
    private static final Pattern BREAKS =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+");

    public Mail {
        to = List.copyOf(to);
        check(ID, id);
        inReplyTo.ifPresent(reply -> check(ID, reply));
        check(ADDRESS, from);
        to.forEach(address -> check(ADDRESS, address));
        String line = BREAKS.matcher(subject).replaceAll(" ").strip();
        subject =
                line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
    }

    private static void check(Pattern form, String value) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("this cannot stand in the head of a mail");
        }
    }
}
