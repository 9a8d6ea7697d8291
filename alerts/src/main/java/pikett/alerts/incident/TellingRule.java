package pikett.alerts.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pikett.config.Severity;

/// What a chat is told of an incident, and when to ask again.
///
/// A critical incident is told at once: those that join it only edit the card, so that waiting would
/// gain nothing and cost seconds. Everything else waits for what belongs to it.
public final class TellingRule {
    private final Duration groupWait;
    private final Duration repeatAfter;

    public TellingRule(Duration groupWait, Duration repeatAfter) {
        this.groupWait = groupWait;
        this.repeatAfter = repeatAfter;
    }

    /// @param refresh whether the card says something old
    /// @param storm whether the chat has one card in place of many
    public record Question(
            Incident incident,
            Chat chat,
            Optional<Telling> before,
            Shown shown,
            boolean refresh,
            boolean storm,
            Instant now) {}

    /// @param wake when time alone changes the answer
    public record Answer(Telling telling, List<Post> posts, Optional<Instant> wake) {
        public Answer {
            posts = List.copyOf(posts);
        }
    }

    public Answer answer(Question question) {
        Telling before =
                question.before()
                        .orElseGet(() -> Telling.untold(question.chat(), new Reason.OverUntold()));
        if (before.ended()) {
            return silence(before);
        }
        if (question.incident().resolved()) {
            return over(question, before);
        }
        Telling seen = before.hiddenBy(question.shown().hiding());
        return seen.told() ? again(question, seen) : first(question, seen);
    }

    private static Answer silence(Telling telling) {
        return new Answer(telling, List.of(), Optional.empty());
    }

    /// Whatever hides it by now: what was announced is ended.
    private static Answer over(Question question, Telling before) {
        if (!before.told()) {
            boolean onStormCard = before.reason() instanceof Reason.InStorm;
            Reason why = onStormCard ? new Reason.Over() : new Reason.OverUntold();
            return silence(before.over(question.now(), why));
        }
        Telling after = before.over(question.now(), new Reason.Over());
        IncidentNumber number = question.incident().number();
        List<Post> posts = new ArrayList<>();
        posts.add(Post.card(number, after.to(), Severity.INFO, true));
        if (before.disturbed() && question.chat().edits()) {
            posts.add(Post.note(number, after, Post.Why.RESOLVED, Severity.INFO, false));
        }
        return new Answer(after, posts, Optional.empty());
    }

    private Answer first(Question question, Telling before) {
        Optional<Severity> worst = question.shown().worst();
        if (worst.isEmpty()) {
            return hidden(question, before);
        }
        Instant waited = question.incident().openedAt().plus(groupWait);
        if (worst.get() != Severity.CRITICAL && question.now().isBefore(waited)) {
            Telling waiting = before.because(new Reason.GroupWait(waited));
            return new Answer(waiting, List.of(), Optional.of(waited));
        }
        if (question.storm()) {
            return silence(before.because(new Reason.InStorm()));
        }
        boolean loud = question.chat().loudFor(worst.get());
        Reason why = firstReason(question.shown());
        Telling told = before.rung(question.now(), loud, worst.get(), why);
        Post card = Post.card(question.incident().number(), told.to(), worst.get(), !loud);
        return new Answer(told, List.of(card), repeatAt(question, told));
    }

    private static Reason firstReason(Shown shown) {
        return shown.instead().orElseGet(() -> new Reason.First(shown.route()));
    }

    private static Answer hidden(Question question, Telling before) {
        boolean nothingFires = question.incident().firing() == 0;
        Reason why = nothingFires ? before.reason() : new Reason.Hidden(question.shown().hiding());
        return new Answer(before.because(why), List.of(), Optional.empty());
    }

    private Answer again(Question question, Telling before) {
        List<Post> posts = new ArrayList<>();
        IncidentNumber number = question.incident().number();
        // As loud and as urgent as what the chat sees, and no more than that is what it was told.
        Severity severity = question.shown().worst().orElse(question.incident().severity());
        Optional<Ring> ring = ring(question, before);
        boolean undelivered = ring.filter(each -> each.why() == Post.Why.UNDELIVERED).isPresent();
        if (question.refresh() || undelivered) {
            posts.add(Post.card(number, before.to(), severity, true));
        }
        if (ring.isEmpty()) {
            return new Answer(before, posts, wakeAgain(question, before));
        }
        // Who has it heard of it: nobody needs to be called again.
        boolean calls = !undelivered || question.incident().state() == IncidentState.OPEN;
        boolean loud = calls && question.chat().loudFor(severity);
        if (!question.chat().edits() && ring.get().why() == Post.Why.WORSE) {
            // There the card is a new message, and says it.
            Telling after = before.rungByCard(question.now(), loud, severity, ring.get().reason());
            Post card = Post.card(number, before.to(), severity, !loud);
            return new Answer(after, List.of(card), repeatAt(question, after));
        }
        Telling after = before.rung(question.now(), loud, severity, ring.get().reason());
        posts.add(Post.note(number, after, ring.get().why(), severity, !loud));
        return new Answer(after, posts, repeatAt(question, after));
    }

    private record Ring(Reason reason, Post.Why why) {}

    private Optional<Ring> ring(Question question, Telling before) {
        Optional<Severity> worst = question.shown().worst();
        if (worst.isEmpty() || question.incident().changes().flapping()) {
            return Optional.empty();
        }
        if (before.rangAt().isEmpty()) {
            return Optional.of(new Ring(new Reason.Undelivered(), Post.Why.UNDELIVERED));
        }
        if (worst.get().compareTo(before.severity()) > 0) {
            Reason worse = new Reason.Worse(before.severity(), worst.get());
            return Optional.of(new Ring(worse, Post.Why.WORSE));
        }
        boolean due =
                repeatAt(question, before).filter(at -> !question.now().isBefore(at)).isPresent();
        return due
                ? Optional.of(
                        new Ring(new Reason.Repeated(before.repeats() + 1), Post.Why.REPEATED))
                : Optional.empty();
    }

    private Optional<Instant> wakeAgain(Question question, Telling telling) {
        return question.shown().allHidden() ? Optional.empty() : repeatAt(question, telling);
    }

    private Optional<Instant> repeatAt(Question question, Telling telling) {
        boolean nobodyHasIt = question.incident().state() == IncidentState.OPEN;
        boolean repeats = nobodyHasIt && !question.incident().changes().flapping();
        return repeats ? telling.rangAt().map(at -> at.plus(repeatAfter)) : Optional.empty();
    }
}
