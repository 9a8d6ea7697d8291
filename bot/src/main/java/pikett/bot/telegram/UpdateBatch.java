package pikett.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What one poll brought.
///
/// @param unreadable elements without a usable update id, JSON
record UpdateBatch(List<RawUpdate> updates, List<String> unreadable) {
    UpdateBatch {
        updates = List.copyOf(updates);
        unreadable = List.copyOf(unreadable);
    }

    static final UpdateBatch EMPTY = new UpdateBatch(List.of(), List.of());

    /// Reads the elements of an answer to getUpdates, each for itself.
    static UpdateBatch of(JsonNode result) {
        List<RawUpdate> updates = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JsonNode element : result) {
            RawUpdate.of(element)
                    .ifPresentOrElse(updates::add, () -> unreadable.add(element.toString()));
        }
        return new UpdateBatch(updates, unreadable);
    }
}
