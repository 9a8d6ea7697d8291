package pikett.alerts.alert;

import pikett.adapters.store.StorableText;

/// What is known of an alert beside its labels: values, thresholds, texts. Opaque here; who renders a
/// card reads it.
///
/// @param json a JSON object
public record Facts(String json) {
    public static final Facts NONE = new Facts("{}");

    public Facts {
        json = StorableText.of(json);
    }
}
