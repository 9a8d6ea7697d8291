package pikett.bot.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes what was opened, the last first, each whatever the others do. Not safe for use by many
/// threads.
final class Closer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(String name, AutoCloseable resource) {}

    <T extends AutoCloseable> T closing(String name, T resource) {
        steps.push(new Step(name, resource));
        return resource;
    }

    @Override
    public void close() {
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.resource().close();
            } catch (Exception e) {
                LOG.warn("did not close cleanly part={}", step.name(), e);
            }
        }
    }
}
