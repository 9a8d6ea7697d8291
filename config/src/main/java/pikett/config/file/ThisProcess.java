package pikett.config.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pikett.config.Surroundings;

/// The environment variables and files that this process sees.
public final class ThisProcess implements Surroundings {
    private static final int LARGEST_SECRET = 64 * 1024;

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    @Override
    public SecretFile file(Path path) {
        // Opening a pipe would wait for whoever fills it.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return new SecretFile.Unreadable("it is not a regular file");
        }
        try (InputStream input = Files.newInputStream(path)) {
            byte[] content = input.readNBytes(LARGEST_SECRET + 1);
            return content.length > LARGEST_SECRET
                    ? new SecretFile.Unreadable("it is larger than 64 KiB")
                    : new SecretFile.Found(
                            new String(content, StandardCharsets.UTF_8), readableByAll(path));
        } catch (NoSuchFileException _) {
            return new SecretFile.Missing();
        } catch (IOException _) {
            return new SecretFile.Unreadable("permission denied, or a fault of the disk");
        }
    }

    private static boolean readableByAll(Path path) throws IOException {
        // A file system without such rights has nothing to say about them.
        @Nullable PosixFileAttributeView rights =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return rights != null
                && rights.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }
}
