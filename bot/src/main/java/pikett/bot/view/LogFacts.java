package pikett.bot.view;

import java.util.List;
import java.util.Optional;
import pikett.bot.evidence.FoldedLine;

/// What was read of a log.
///
/// @param service whose log it is
/// @param lines how many were asked for
/// @param filter only lines with this text were kept
/// @param read how many there are
/// @param folded the lines, folded, the latest first
public record LogFacts(
        String service, int lines, Optional<String> filter, int read, List<FoldedLine> folded) {
    public LogFacts {
        folded = List.copyOf(folded);
    }
}
