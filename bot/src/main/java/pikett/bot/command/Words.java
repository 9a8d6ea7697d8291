package pikett.bot.command;

import java.util.ArrayList;
import java.util.List;

/// The words behind a command. White space separates; quotes of any kind that a phone may put in hold
/// words together; a quote that is never closed is an ordinary character.
final class Words {
    private static final String OPENING = "\"'“”„«»‘’";
    private static final String CLOSING = "\"'””“»«’’";

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int quoteEnd = closing(text, at);
            if (quoteEnd > 0) {
                words.add(text.substring(at + 1, quoteEnd));
                at = quoteEnd + 1;
            } else {
                int end = wordEnd(text, at);
                words.add(text.substring(at, end));
                at = end;
            }
        }
        return List.copyOf(words);
    }

    /// Where the quote that begins here ends; 0 when none begins, or it does not end.
    private static int closing(String text, int start) {
        int kind = OPENING.indexOf(text.charAt(start));
        if (kind < 0) {
            return 0;
        }
        // “ closes „ in German and opens in English: whichever of both comes next ends the quote.
        for (int at = start + 1; at < text.length(); at++) {
            char here = text.charAt(at);
            boolean ends =
                    here == CLOSING.charAt(kind) || (text.charAt(start) == '„' && here == '”');
            if (ends && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)))) {
                return at;
            }
        }
        return 0;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
