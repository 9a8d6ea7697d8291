package pikett.bot.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pikett.config.PikettConfig;

/// Writes `person-1` for a person's name and number, `chat-1` for the number of a chat, and leaves out the
/// numbers of anybody else. The same person has the same pseudonym throughout. Of `name@host` only the host
/// stays.
///
/// A name is replaced wherever it stands as a word, also where it means something else.
public final class Pseudonyms implements UnaryOperator<String> {
    /// Numbers of accounts have six digits and more; of chats too, some with a sign. Longer ones are times.
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])(?:-100\\d{8,11}|-?\\d{6,12})(?![\\w.])");

    /// Of a mail address or of a login over SSH, what stands before the host. Units of systemd are neither.
    private static final Pattern SOMEONE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}._%+~-])[\\p{L}\\p{N}._%+~-]++@(?=[\\p{L}\\p{N}\\[])"
                            + "(?![\\w.:\\\\-]*\\.(?:service|timer|socket|target|mount|slice|scope)(?!\\.?[\\w-]))");

    private final List<Map.Entry<Pattern, String>> known;

    public Pseudonyms(PikettConfig config) {
        List<Map.Entry<String, String>> words = new ArrayList<>();
        int number = 0;
        for (var person : config.people().entrySet()) {
            number++;
            words.add(Map.entry(person.getKey(), "person-" + number));
            words.add(
                    Map.entry(
                            Long.toString(person.getValue().telegram()),
                            "number-of-person-" + number));
        }
        number = 0;
        for (var chat : config.telegram().chats().values()) {
            words.add(Map.entry(Long.toString(chat.id()), "number-of-chat-" + ++number));
        }
        // The longest first: a name may be a part of another one.
        this.known =
                words.stream()
                        .sorted(Comparator.comparingInt(word -> -word.getKey().length()))
                        .map(word ->
                                Map.entry(
                                        Pattern.compile(
                                                "(?<![\\p{L}\\p{N}_])"
                                                        + Pattern.quote(word.getKey())
                                                        + "(?![\\p{L}\\p{N}_])",
                                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                                        word.getValue()))
                        .toList();
    }

    @Override
    public String apply(String text) {
        // Before the names: a name that is only a part of an address would leave the rest of it.
        String replaced = SOMEONE.matcher(text).replaceAll("someone@");
        for (Map.Entry<Pattern, String> word : known) {
            replaced =
                    word.getKey()
                            .matcher(replaced)
                            .replaceAll(Matcher.quoteReplacement(word.getValue()));
        }
        return replaced.lines()
                .map(line -> NUMBER.matcher(line).replaceAll("NUMBER"))
                .collect(Collectors.joining("\n", "", text.isEmpty() ? "" : "\n"));
    }
}
