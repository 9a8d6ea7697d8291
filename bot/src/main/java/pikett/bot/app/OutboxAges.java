package pikett.bot.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview;
import pikett.bot.channel.ChannelKind;
import pikett.bot.delivery.TelegramAddress;
import pikett.config.PikettConfig;

/// How long what waits has waited, by the name that the configuration gives its chat or channel.
///
/// A person's own chat is `private`, whoever it is, and what the configuration does not name is `other`: no
/// number and no title of Telegram gets into the metrics, and there are never more series than names.
final class OutboxAges {
    private static final String PRIVATE = "private";
    private static final String OTHER = "other";

    private final OutboxOverview outbox;
    private final Supplier<PikettConfig> today;
    private final InstantSource clock;
    private final MultiGauge ages;

    OutboxAges(
            OutboxOverview outbox,
            Supplier<PikettConfig> today,
            InstantSource clock,
            MeterRegistry metrics) {
        this.outbox = outbox;
        this.today = today;
        this.clock = clock;
        this.ages =
                MultiGauge.builder("pikett_outbox_waiting_age_seconds")
                        .description("Age of the delivery that waits longest, by chat")
                        .register(metrics);
    }

    /// Looks again; to be called before the metrics are read.
    void renew() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        byName().forEach((name, age) -> rows.add(MultiGauge.Row.of(Tags.of("chat", name), age)));
        ages.register(rows, true);
    }

    private Map<String, Double> byName() {
        PikettConfig config = today.get();
        Map<String, Double> byName = new TreeMap<>(Map.of(PRIVATE, 0.0, OTHER, 0.0));
        config.telegram().chats().keySet().forEach(name -> byName.put(name, 0.0));
        config.notifications().channels().keySet().forEach(name -> byName.put(name, 0.0));
        Instant now = clock.instant();
        try {
            for (OutboxOverview.Waiting waiting : outbox.waiting()) {
                double age =
                        Math.max(0, Duration.between(waiting.oldest(), now).toMillis() / 1000.0);
                byName.merge(name(config, waiting.at()), age, Math::max);
            }
        } catch (StoreUnavailableException e) {
            byName.replaceAll((_, _) -> Double.NaN);
        }
        return byName;
    }

    private static String name(PikettConfig config, Destination at) {
        if (ChannelKind.of(at).isPresent()) {
            return config.notifications().channels().containsKey(at.address())
                    ? at.address()
                    : OTHER;
        }
        return TelegramAddress.of(at)
                .map(address ->
                        config.telegram().chats().entrySet().stream()
                                .filter(chat -> chat.getValue().id() == address.chat())
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(address.chat() > 0 ? PRIVATE : OTHER))
                .orElse(OTHER);
    }
}
