package pikett.bot.inbound;

import java.util.Set;
import java.util.function.Supplier;

/// What is served at a path, or below it.
///
/// @param path such as `/metrics`, or `/hooks/` with a slash at its end for everything below
/// @param methods which are answered, in capitals; `GET` brings `HEAD` with it
public record Route(String path, Set<String> methods, Answerer answerer) {
    public Route {
        methods = Set.copyOf(methods);
    }

    /// A page that is only read.
    public static Route page(String path, Supplier<Page> page) {
        return new Route(path, Set.of("GET"), new Reading(page));
    }

    /// Whether it serves the path; an exact route only its own, a prefix what is below it.
    boolean serves(String asked) {
        return path.endsWith("/")
                ? asked.length() > path.length() && asked.startsWith(path)
                : asked.equals(path);
    }

    boolean answers(String method) {
        return methods.contains(method) || (method.equals("HEAD") && methods.contains("GET"));
    }

    String rest(String asked) {
        return asked.substring(path.length());
    }

    private record Reading(Supplier<Page> page) implements Answerer {
        @Override
        public int bodyAtMost(Head head) {
            return 0;
        }

        @Override
        public Page answer(Call call) {
            return page.get();
        }
    }
}
