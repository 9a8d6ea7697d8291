package pikett.bot.runbook;

import java.util.Optional;

/// What a button of an offer or a run carries: which one, and what is pressed.
///
/// @param id the offer's nonce, or the run
public record Ticket(String id, Press press) {
    /// What is pressed.
    public enum Press {
        YES('y'),
        NO('n'),
        STOP('s');

        private final char mark;

        Press(char mark) {
            this.mark = mark;
        }
    }

    /// For [pikett.bot.card.Button.Act.Redeem].
    String nonce() {
        return id + ":" + press.mark;
    }

    /// Empty for what no button of ours carries.
    public static Optional<Ticket> parse(String nonce) {
        int colon = nonce.length() - 2;
        if (colon < 1 || nonce.charAt(colon) != ':') {
            return Optional.empty();
        }
        for (Press press : Press.values()) {
            if (press.mark == nonce.charAt(colon + 1)) {
                return Optional.of(new Ticket(nonce.substring(0, colon), press));
            }
        }
        return Optional.empty();
    }
}
