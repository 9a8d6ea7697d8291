package pikett.config;

import java.util.List;
import pikett.config.match.LabelMatch;

/// A firing alert that matches `source` hides those that match `target`.
///
/// @param equal names of the labels in which both must be the same
public record InhibitionConfig(
        List<LabelMatch> source, List<LabelMatch> target, List<String> equal) {
    public InhibitionConfig {
        source = List.copyOf(source);
        target = List.copyOf(target);
        equal = List.copyOf(equal);
    }
}
