package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import pikett.alerts.digest.Outlook;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Figures;
import pikett.bot.language.Phrases;

/// What becomes worse, in words.
final class OutlookText {
    /// How long a name in a line may be: the first with which the line fits.
    private static final List<Integer> BRIEF_NAMES = List.of(24, 14, 10, 6);

    private static final int LONGEST_NAME = 40;
    private static final int MOST = 3;

    private OutlookText() {}

    /// In a line each the certificate that runs out first, the deepest queue that grows and the service
    /// that restarted most; and how many others there are.
    ///
    /// @param lines how many there may be; with fewer than three, queue and service share one
    static void brief(
            RichTextBuilder text, Phrases phrases, Outlook outlook, Instant now, int lines) {
        Figures figures = phrases.figures();
        boolean share = lines < 3 && !outlook.queues().isEmpty() && !outlook.restarts().isEmpty();
        Stream<Optional<String>> growth =
                share
                        ? Stream.of(fitting(width -> shared(figures, outlook, width)))
                        : Stream.of(
                                fitting(width -> queue(figures, outlook, width)),
                                fitting(width -> service(figures, outlook, width)));
        Stream.concat(
                        Stream.of(fitting(width -> certificate(phrases, outlook, now, width))),
                        growth)
                .flatMap(Optional::stream)
                .forEach(line -> text.value(line).line());
    }

    private static Optional<String> fitting(Function<Integer, Optional<String>> line) {
        return BRIEF_NAMES.stream()
                .map(line)
                .flatMap(Optional::stream)
                .reduce((longer, shorter) ->
                        longer.length() <= DigestCard.WIDTH ? longer : shorter);
    }

    private static Optional<String> certificate(
            Phrases phrases, Outlook outlook, Instant now, int width) {
        List<Outlook.Expiring> all = outlook.certificates();
        return all.stream()
                .findFirst()
                .map(first -> certificate(phrases, first, now, width) + more(all));
    }

    private static Optional<String> queue(Figures figures, Outlook outlook, int width) {
        List<Outlook.Growing> all = outlook.queues();
        return all.stream()
                .findFirst()
                .map(first ->
                        "↗️ %s %s → %s%s"
                                .formatted(
                                        CardLimits.cut(first.queue(), width),
                                        figures.number(first.before()),
                                        figures.number(first.waiting()),
                                        more(all)));
    }

    private static Optional<String> service(Figures figures, Outlook outlook, int width) {
        List<Outlook.Restarted> all = outlook.restarts();
        return all.stream().findFirst().map(first -> service(figures, first, width) + more(all));
    }

    private static String service(Figures figures, Outlook.Restarted service, int width) {
        return "🔁 %s ×%s"
                .formatted(
                        CardLimits.cut(service.service(), width), figures.number(service.times()));
    }

    /// The worst of both, and of neither how many others there are.
    private static Optional<String> shared(Figures figures, Outlook outlook, int width) {
        Outlook.Growing queue = outlook.queues().getFirst();
        return Optional.of(
                "↗️ %s %s · %s"
                        .formatted(
                                CardLimits.cut(queue.queue(), width),
                                figures.number(queue.waiting()),
                                service(figures, outlook.restarts().getFirst(), width)));
    }

    private static String certificate(
            Phrases phrases, Outlook.Expiring certificate, Instant now, int width) {
        String name = CardLimits.cut(certificate.check(), width);
        return certificate.left(now).isPositive()
                ? phrases.text(
                        DigestPhrase.CERTIFICATE,
                        arg("name", name),
                        arg("span", phrases.figures().duration(certificate.left(now))))
                : phrases.text(DigestPhrase.CERTIFICATE_OVER, arg("name", name));
    }

    private static String more(Collection<?> all) {
        return all.size() > 1 ? " +" + (all.size() - 1) : "";
    }

    /// Of each the worst.
    static void whole(RichTextBuilder text, Room room, Outlook outlook, Instant now) {
        Phrases phrases = room.phrases();
        outlook.certificates().stream()
                .limit(MOST)
                .forEach(each -> text.value(whole(room, each, now)).line());
        others(text, "🔐", outlook.certificates());
        outlook.queues().stream()
                .limit(MOST)
                .forEach(queue ->
                        text.count(
                                        phrases,
                                        DigestPhrase.GROWING,
                                        queue.waiting(),
                                        arg("name", CardLimits.cut(queue.queue(), LONGEST_NAME)),
                                        arg("before", phrases.figures().number(queue.before())))
                                .line());
        others(text, "↗️", outlook.queues());
        outlook.restarts().stream()
                .limit(MOST)
                .forEach(each ->
                        text.count(
                                        phrases,
                                        DigestPhrase.RESTARTED,
                                        each.times(),
                                        arg("name", CardLimits.cut(each.service(), LONGEST_NAME)),
                                        arg("before", phrases.figures().number(each.before())))
                                .line());
        others(text, "🔁", outlook.restarts());
    }

    private static void others(RichTextBuilder text, String icon, Collection<?> all) {
        if (all.size() > MOST) {
            text.plain("%s +%d".formatted(icon, all.size() - MOST)).line();
        }
    }

    private static String whole(Room room, Outlook.Expiring certificate, Instant now) {
        Phrases phrases = room.phrases();
        return certificate.left(now).isPositive()
                ? phrases.text(
                        DigestPhrase.CERTIFICATE_END,
                        arg("name", CardLimits.cut(certificate.check(), LONGEST_NAME)),
                        arg("time", room.time(certificate.end())),
                        arg("span", phrases.figures().duration(certificate.left(now))))
                : certificate(phrases, certificate, now, LONGEST_NAME);
    }
}
