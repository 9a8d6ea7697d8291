package pikett.bot.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// What it takes to have a page on the disk, for which every commit waits.
final class DiskFlush implements AutoCloseable {
    private static final int PAGE = 4_096;

    private final FileChannel file;

    DiskFlush(Path folder) throws IOException {
        this.file =
                FileChannel.open(
                        folder.resolve("flushed"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
    }

    Duration once() throws IOException {
        long begun = System.nanoTime();
        file.write(ByteBuffer.allocate(PAGE));
        file.force(false);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
