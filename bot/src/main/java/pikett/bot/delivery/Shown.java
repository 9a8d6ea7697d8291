package pikett.bot.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pikett.alerts.outbox.DeliveryId;

/// What people see by now, as far as this run of Pikett knows: so that equal edits are not made, a file
/// is not sent again with each edit, and a delivery whose file failed goes on where it stood.
///
/// Bounded; what is forgotten costs a call or a repeated file, never a loss. Safe for use by many
/// threads.
final class Shown {
    private static final int KEPT = 10_000;

    private final Map<MessageKey, State> messages = newest();
    private final Map<DeliveryId, Integer> arrived = newest();

    /// Names a message.
    record MessageKey(long chat, int message) {}

    /// @param face digest of what the message looks like
    /// @param files digests of what were sent in reply to it
    private record State(String face, Set<String> files) {}

    /// Whether the message looks like this already.
    synchronized boolean equal(MessageKey message, Letter.Face face) {
        State state = messages.get(message);
        return state != null && state.face().equals(digest(face));
    }

    /// Notes what a message looks like.
    synchronized void text(MessageKey message, Letter.Face face) {
        State state = messages.get(message);
        messages.put(message, new State(digest(face), state == null ? Set.of() : state.files()));
    }

    /// Whether a file with this content was sent in reply to the message.
    synchronized boolean hasFile(MessageKey message, String content) {
        State state = messages.get(message);
        return state != null && state.files().contains(digest(content));
    }

    /// Notes that a file was sent in reply to the message.
    synchronized void file(MessageKey message, String content) {
        messages.computeIfPresent(
                message,
                (_, state) -> {
                    Set<String> files = new LinkedHashSet<>(state.files());
                    files.add(digest(content));
                    return new State(state.face(), files);
                });
    }

    /// Notes that the text of a delivery has arrived, whatever becomes of its file.
    synchronized void arrived(DeliveryId delivery, int message) {
        arrived.put(delivery, message);
    }

    /// The message that carries the text of a delivery, if it has arrived.
    synchronized Optional<Integer> messageOf(DeliveryId delivery) {
        return Optional.ofNullable(arrived.get(delivery));
    }

    private static String digest(Object content) {
        try {
            byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static <K, V> Map<K, V> newest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT;
            }
        };
    }
}
