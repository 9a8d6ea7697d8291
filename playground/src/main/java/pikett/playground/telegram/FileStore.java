package pikett.playground.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pikett.playground.telegram.message.StoredFile;

/// The files of the cloud, the newest thousand of them. Safe for any thread.
public final class FileStore {
    private static final int BOUND = 1_000;

    private final State state;
    private final Map<String, StoredFile> files = new LinkedHashMap<>();
    private int next;

    FileStore(State state) {
        this.state = state;
    }

    /// Keeps a file below that folder.
    public StoredFile add(String folder, String name, String mimeType, byte[] bytes) {
        return state.with(() -> {
            String id = "BQACAgIAAxkBAAI" + Integer.toString(1_000_000 + next, 36);
            String path = folder + "/file_" + next + suffix(name);
            StoredFile file = new StoredFile(id, name, mimeType, path, bytes);
            next++;
            if (files.size() == BOUND) {
                files.remove(files.keySet().iterator().next());
            }
            files.put(id, file);
            return file;
        });
    }

    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.substring(dot).matches("\\.[A-Za-z0-9]{1,8}")
                ? name.substring(dot)
                : "";
    }

    /// The file of that id.
    public Optional<StoredFile> byId(String id) {
        return state.with(() -> Optional.ofNullable(files.get(id)));
    }

    /// The file at that path.
    public Optional<StoredFile> byPath(String path) {
        return state.with(
                () -> files.values().stream().filter(f -> f.path().equals(path)).findFirst());
    }
}
