package pikett.bot.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pikett.adapters.failpoint.FailPoint;
import pikett.bot.app.Pikett;

/// Pikett in a process that is gone without a word at the fail-point whose name is that of a file: killed,
/// or out of memory when the file says so.
final class DoomedPikett {
    /// As if killed.
    static final int GONE = 137;

    /// What the JVM ends with under `-XX:+ExitOnOutOfMemoryError`.
    static final int OUT_OF_MEMORY = 3;

    static final String HOARD = "hoard";
    private static final int MUCH = 1 << 20;

    private DoomedPikett() {}

    /// Arguments: the folder in which the dooms lie, then those of the program.
    public static void main(String[] arguments) {
        Path dooms = Path.of(arguments[0]);
        FailPoint.trap(point -> meet(dooms.resolve(point.name())));
        String[] rest = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, rest, 0, rest.length);
        Pikett.main(rest);
    }

    private static void meet(Path doom) {
        try {
            if (!Files.exists(doom)) {
                return;
            }
            String how = Files.readString(doom);
            if (Files.deleteIfExists(doom)) {
                if (how.equals(HOARD)) {
                    hoard();
                }
                Runtime.getRuntime().halt(GONE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Holds on to more and more until there is none left, and fails as anybody would who wants some then.
    private static void hoard() {
        Object[] held = {};
        while (true) {
            held = new Object[] {held, new byte[MUCH]};
        }
    }
}
