package pikett.playground.telegram.message;

/// A file in the cloud. Immutable; two files are equal if their ids are.
public final class StoredFile {
    private final String id;
    private final String name;
    private final String mimeType;
    private final String path;
    private final byte[] bytes;

    /// A file as it was uploaded.
    ///
    /// @param id what a bot passes to fetch or resend it
    /// @param name as the sender called it
    /// @param path below which it is downloaded
    public StoredFile(String id, String name, String mimeType, String path, byte[] bytes) {
        this.id = id;
        this.name = name;
        this.mimeType = mimeType;
        this.path = path;
        this.bytes = bytes.clone();
    }

    /// What a bot passes to fetch or resend it.
    public String id() {
        return id;
    }

    /// As the sender called it.
    public String name() {
        return name;
    }

    /// As the sender declared it.
    public String mimeType() {
        return mimeType;
    }

    /// Below which it is downloaded.
    public String path() {
        return path;
    }

    /// A copy of what is in it.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Size in bytes.
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredFile file && file.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "file " + name + " (" + bytes.length + " bytes)";
    }
}
