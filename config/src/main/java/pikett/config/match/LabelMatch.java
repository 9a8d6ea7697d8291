package pikett.config.match;

/// A condition on one label. A label that is not there has the empty value.
///
/// @param value the value, or a sound regular expression
public record LabelMatch(String name, Comparison comparison, String value) {
    /// Whether it holds of everything there is, with the label and without.
    public boolean always() {
        return comparison == Comparison.MATCHES && value.equals(".*");
    }
}
