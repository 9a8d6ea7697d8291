package pikett.alerts.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.alerts.alert.Alert;
import pikett.alerts.incident.Case.Assessed;

/// Decides what becomes of an incident and who is told: a pure function of the case, what decides who
/// sees it, and the time.
public final class Assessment {
    private final Scene scene;
    private final TellingRule rule;

    public Assessment(Scene scene, TellingRule rule) {
        this.scene = scene;
        this.rule = rule;
    }

    public Assessed of(Case open) {
        Instant now = scene.now();
        Incident incident = IncidentRule.after(open.incident(), open.alerts().values(), now);
        List<Alert> firing = open.alerts().values().stream().filter(Alert::firing).toList();
        Map<String, Shown> shown = scene.shown(incident.number(), firing, told(open));
        CardState face = Face.of(incident, open.alerts().values(), shown);
        boolean beganToFlap =
                incident.changes().flapping() && !open.incident().changes().flapping();
        boolean calm = !incident.changes().flapping() || beganToFlap;
        Optional<Instant> refreshAt = open.card().refreshAt(face, !calm, now);
        boolean refresh = refreshAt.filter(at -> !at.isAfter(now)).isPresent();
        boolean changed = !open.card().face().equals(face.face());
        Answers answers = new Answers(open, incident, shown, new Refresh(refresh, changed));
        boolean said = !answers.posts.isEmpty();
        boolean stale = refreshAt.isPresent() && !refresh;
        CardState card =
                new CardState(
                        face.face(),
                        face.details(),
                        said ? Optional.of(now) : open.card().at(),
                        stale);
        return new Assessed(
                incident,
                card,
                shown.values().stream().anyMatch(Shown::allHidden),
                answers.tellings,
                answers.reasons,
                answers.posts,
                News.of(open, incident, answers.reasons, now),
                wake(incident, answers.wakes, shown, stale ? refreshAt : Optional.empty()));
    }

    private static Set<String> told(Case open) {
        return open.tellings().values().stream()
                .filter(Telling::told)
                .map(Telling::chat)
                .collect(Collectors.toSet());
    }

    private Optional<Instant> wake(
            Incident incident,
            List<Instant> wakes,
            Map<String, Shown> shown,
            Optional<Instant> refreshAt) {
        if (incident.resolved()) {
            return Optional.empty();
        }
        Stream<Instant> settles =
                incident.changes().flapping()
                        ? Stream.of(incident.changes().settlesAt())
                        : Stream.empty();
        Stream<Instant> mutesEnd = shown.values().stream().flatMap(Shown::ends);
        return Stream.of(wakes.stream(), refreshAt.stream(), settles, mutesEnd)
                .flatMap(each -> each)
                .min(Instant::compareTo)
                // Never at once again, whatever a rule says: that would be a circle.
                .map(at -> at.isAfter(scene.now()) ? at : scene.now().plusSeconds(1));
    }

    /// What a card does not say yet.
    ///
    /// @param edited whether it is time that an edit says it
    /// @param changed whether something that matters has just become another
    private record Refresh(boolean edited, boolean changed) {
        boolean in(Chat chat) {
            return chat.edits() ? edited : changed;
        }
    }

    /// What every chat is told.
    private final class Answers {
        private final Map<String, Telling> tellings = new LinkedHashMap<>();
        private final List<Telling> reasons = new ArrayList<>();
        private final List<Post> posts = new ArrayList<>();
        private final List<Instant> wakes = new ArrayList<>();

        Answers(Case open, Incident incident, Map<String, Shown> shown, Refresh refresh) {
            Set<String> chats = new LinkedHashSet<>(shown.keySet());
            chats.addAll(open.tellings().keySet());
            for (String name : chats) {
                Optional<Telling> before = Optional.ofNullable(open.tellings().get(name));
                Shown seen = shown.getOrDefault(name, Shown.NOTHING);
                chat(name, before)
                        .ifPresent(chat ->
                                ask(
                                        new TellingRule.Question(
                                                incident,
                                                chat,
                                                before,
                                                seen,
                                                refresh.in(chat),
                                                scene.storms().contains(name),
                                                scene.now())));
            }
        }

        private void ask(TellingRule.Question question) {
            TellingRule.Answer answer = rule.answer(question);
            Telling telling = answer.telling();
            tellings.put(telling.chat(), telling);
            posts.addAll(answer.posts());
            answer.wake().ifPresent(wakes::add);
            Optional<Reason> before = question.before().map(Telling::reason);
            if (!before.equals(Optional.of(telling.reason()))) {
                reasons.add(telling);
            }
        }
    }

    /// A chat that is no longer configured still hears the end of what it was told.
    private Optional<Chat> chat(String name, Optional<Telling> before) {
        return Optional.ofNullable(scene.chats().get(name))
                .or(() -> before.map(telling -> new Chat(name, telling.to(), Optional.empty())));
    }
}
