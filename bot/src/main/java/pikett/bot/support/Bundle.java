package pikett.bot.support;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip file of texts, each of which passes the same cleaning.
public final class Bundle {
    private final UnaryOperator<String> cleaning;

    /// @param cleaning takes out whatever must not leave this machine
    public Bundle(UnaryOperator<String> cleaning) {
        this.cleaning = cleaning;
    }

    /// Writes it, for nobody's eyes but the owner's.
    ///
    /// @param texts by the name of the file within
    /// @throws IOException when it cannot be written, as when there is such a file
    public void write(Path to, Map<String, String> texts) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(
                        Channels.newOutputStream(
                                Files.newByteChannel(
                                        to,
                                        Set.of(
                                                StandardOpenOption.CREATE_NEW,
                                                StandardOpenOption.WRITE),
                                        PosixFilePermissions.asFileAttribute(
                                                PosixFilePermissions.fromString("rw-------")))))) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(cleaning.apply(text.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
