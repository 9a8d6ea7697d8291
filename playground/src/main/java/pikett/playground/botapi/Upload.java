package pikett.playground.botapi;

import pikett.playground.telegram.FileStore;
import pikett.playground.telegram.message.StoredFile;

/// A file that came with a call. Immutable.
final class Upload {
    private final String name;
    private final String mimeType;
    private final byte[] bytes;

    Upload(String name, String mimeType, byte[] bytes) {
        this.name = name;
        this.mimeType = mimeType;
        this.bytes = bytes.clone();
    }

    int size() {
        return bytes.length;
    }

    /// Puts it into the cloud.
    StoredFile storeIn(FileStore files, String folder) {
        return files.add(folder, name, mimeType, bytes);
    }
}
