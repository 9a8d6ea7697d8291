package pikett.playground.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Where the world's shell commands hand in what they want: a folder in which each request is a file
/// `X.ask` (arguments, each ended by a NUL), answered by a file `X.answer` (exit code on the first
/// line, then the text). A shell can do this without any program beyond its own.
final class Pm2Desk {
    private final Path folder;
    private final Executor executor;
    private final Function<List<String>, Pm2Answer> answers;

    Pm2Desk(Path folder, Executor executor, Function<List<String>, Pm2Answer> answers) {
        this.folder = folder;
        this.executor = executor;
        this.answers = answers;
    }

    /// Takes every request that lies there; each is carried out on a thread of the executor.
    void look() {
        try (DirectoryStream<Path> asked = Files.newDirectoryStream(folder, "*.ask")) {
            for (Path request : asked) {
                String arguments = Files.readString(request);
                Files.delete(request);
                executor.execute(() -> answer(request, List.of(arguments.split("\0"))));
            }
        } catch (IOException lost) {
            throw new UncheckedIOException("requests cannot be read: " + folder, lost);
        }
    }

    private void answer(Path request, List<String> arguments) {
        Pm2Answer answer = answers.apply(arguments);
        String base = request.getFileName().toString().replaceFirst("\\.ask$", "");
        Path fresh = folder.resolve(base + ".new");
        try {
            Files.writeString(fresh, answer.code() + "\n" + answer.text());
            Files.move(fresh, folder.resolve(base + ".answer"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException lost) {
            throw new UncheckedIOException("an answer cannot be written: " + fresh, lost);
        }
    }
}
