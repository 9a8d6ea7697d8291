package pikett.bot.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens a page in the browser of the person who sits here, if there is one.
final class Browser {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final List<String> OPENERS = List.of("xdg-open", "open");

    private Browser() {}

    static void open(URI address) {
        boolean desktop =
                System.getenv("DISPLAY") != null
                        || System.getenv("WAYLAND_DISPLAY") != null
                        || System.getProperty("os.name").startsWith("Mac");
        if (!desktop) {
            return;
        }
        for (String opener : OPENERS) {
            try {
                new ProcessBuilder(opener, address.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return;
            } catch (IOException e) {
                LOG.debug("no {} here", opener, e);
            }
        }
    }
}
