package pikett.bot.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pikett.bot.language.Phrases;
import pikett.bot.view.PickerCard;
import pikett.bot.view.Viewer;

/// What a request asks about.
public final class Asked {
    private static final String PAGE = "--page";

    private Asked() {}

    /// The name that the first argument means. When it means none, or several, or is missing while there
    /// are several, the answer is a card to choose from, and this is empty.
    ///
    /// @param command the word behind the slash, for the buttons
    public static Optional<String> name(
            Request request, Answer answer, String command, List<String> names) {
        List<String> arguments = request.arguments();
        Phrases phrases = Phrases.in(request.language());
        if (arguments.isEmpty() && names.size() == 1) {
            return Optional.of(names.getFirst());
        }
        if (arguments.isEmpty() || arguments.getFirst().equals(PAGE)) {
            answer.show(PickerCard.all(phrases, command, names, page(arguments)));
            return Optional.empty();
        }
        return switch (NameResolver.resolve(arguments.getFirst(), names)) {
            case NameMatch.Found(String name) -> Optional.of(name);
            case NameMatch.Ambiguous(List<String> several) -> {
                answer.show(PickerCard.several(phrases, command, arguments.getFirst(), several));
                yield Optional.empty();
            }
            case NameMatch.Missing(List<String> suggestions) -> {
                answer.show(
                        PickerCard.none(
                                phrases, command, arguments.getFirst(), suggestions, names));
                yield Optional.empty();
            }
        };
    }

    /// The same for the target that has the name.
    public static <T> Optional<T> target(
            Request request,
            Answer answer,
            String command,
            List<T> targets,
            Function<T, String> nameOf) {
        return name(request, answer, command, targets.stream().map(nameOf).toList())
                .flatMap(name ->
                        targets.stream()
                                .filter(target -> nameOf.apply(target).equals(name))
                                .findFirst());
    }

    /// For whom the answer is rendered.
    public static Viewer viewer(Request request, Instant now) {
        return new Viewer(request.person(), Phrases.in(request.language()), request.zone(), now);
    }

    private static int page(List<String> arguments) {
        if (arguments.size() < 2) {
            return 0;
        }
        String number = arguments.get(1);
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0;
    }
}
