package pikett.playground.botapi.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pikett.playground.telegram.message.StoredFile;

/// The forms of `File`, `Document` and `PhotoSize`.
public final class FileJson {
    private FileJson() {}

    /// A file that can be downloaded.
    public static ObjectNode of(StoredFile file) {
        return identified(file).put("file_path", file.path());
    }

    static ObjectNode document(StoredFile file) {
        return identified(file).put("file_name", file.name()).put("mime_type", file.mimeType());
    }

    /// The cloud does not look into pictures, so their measures are made up.
    static ObjectNode photo(StoredFile file) {
        return identified(file).put("width", 800).put("height", 600);
    }

    private static ObjectNode identified(StoredFile file) {
        return Json.object()
                .put("file_id", file.id())
                .put("file_unique_id", "u" + file.id().substring(file.id().length() - 8))
                .put("file_size", file.size());
    }
}
