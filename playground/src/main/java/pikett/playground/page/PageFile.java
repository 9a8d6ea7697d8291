package pikett.playground.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// What the page is made of, from the class path.
enum PageFile {
    /// The page itself.
    INDEX("/", "index.html", "text/html; charset=utf-8"),
    /// How it looks.
    STYLE("/style.css", "style.css", "text/css; charset=utf-8"),
    /// How it behaves: the start, and what holds the rest together.
    APP("/app.js", "app.js", "text/javascript; charset=utf-8"),
    /// How it behaves: talking with the server.
    WIRE("/wire.js", "wire.js", "text/javascript; charset=utf-8"),
    /// How it behaves: text with entities.
    TEXT("/text.js", "text.js", "text/javascript; charset=utf-8"),
    /// How it behaves: messages.
    CHAT("/chat.js", "chat.js", "text/javascript; charset=utf-8"),
    /// How it behaves: where one writes.
    COMPOSER("/composer.js", "composer.js", "text/javascript; charset=utf-8"),
    /// How it behaves: the world and its levers.
    WORLD("/world.js", "world.js", "text/javascript; charset=utf-8"),
    /// The picture in the browser's tab.
    ICON("/icon.svg", "icon.svg", "image/svg+xml");

    private final String path;
    private final String resource;
    private final String type;

    PageFile(String path, String resource, String type) {
        this.path = path;
        this.resource = resource;
        this.type = type;
    }

    static Optional<PageFile> at(String path) {
        return Arrays.stream(values()).filter(file -> file.path.equals(path)).findFirst();
    }

    String type() {
        return type;
    }

    byte[] bytes() throws IOException {
        try (InputStream in = PageFile.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        }
    }
}
