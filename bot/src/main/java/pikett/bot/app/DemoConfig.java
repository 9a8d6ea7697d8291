package pikett.bot.app;

import pikett.playground.Playground;
import pikett.playground.page.Cast;
import pikett.playground.world.SampleApp;
import pikett.playground.world.WorldFacts;

/// The configuration of the demo: the playground's people and chats, the world's services.
final class DemoConfig {
    /// Of alerts from outside. No secret: everything of the demo is on this machine and thrown away.
    private static final String SECRET = "demo-secret-of-the-demo";

    private DemoConfig() {}

    /// What a person can type to raise an alert from outside.
    static String curl(int port) {
        return "curl -H 'Authorization: Bearer %s' -d '{\"title\": \"The coffee is out\", \"level\": \"critical\", \"state\": \"bad\"}' http://127.0.0.1:%d/hooks/demo"
                .formatted(SECRET, port);
    }

    static String yaml(Playground playground, WorldFacts world) {
        Cast cast = playground.cast();
        StringBuilder services = new StringBuilder();
        for (SampleApp app : world.apps()) {
            services.append(
                    """
                      %s:
                        host: here
                        pm2: %s
                        health: { url: '%s', timeout: 5s }
                        restart: { healthy-within: 30s }
                    """
                            .formatted(app.name(), app.name(), app.health()));
        }
        return """
        telegram:
          token: '%s'
          api-url: %s
          chats:
            ops: { id: %d, time-zone: Europe/Berlin }
            feed: { id: %d, time-zone: Europe/Berlin }
        people:
          anna: { telegram: %d, role: admin, language: en }
          arsen: { telegram: %d, role: operator, language: en }
          lena: { telegram: %d, role: viewer, language: en }
        hosts:
          here: { local: true }
        services:
        %s
        queues:
          messages: { host: here, redis: '%s', bullmq: %s }
        check-defaults: { every: 3s, keep-firing-for: 2s }
        host-checks: { critical-when: [unreachable], warning-when: [] }
        runbooks:
          soft:
            title: { en: Soft restart, de: Sanfter Neustart, ru: Мягкий перезапуск }
            role: operator
            confirm: true
            steps:
              - restart: [ai-admin-api, ai-admin-worker-v2]
              - wait-healthy: { service: ai-admin-api, within: 30s }
          company:
            title: { en: Restore one company, de: Eine Firma wiederherstellen, ru: Восстановить компанию }
            role: operator
            confirm: true
            parameters: { id: { pattern: '[0-9]{1,9}', example: '962302' } }
            steps:
              - run: ['%s', company, '{id}']
                on: here
                timeout: 30s
          session:
            title: { en: Reopen the WhatsApp session, de: WhatsApp-Sitzung neu öffnen, ru: Открыть сессию WhatsApp }
            role: operator
            confirm: true
            approve-by: 2
            steps:
              - run: ['%s', soft]
                on: here
                timeout: 30s
            after: [{ wait-healthy: { service: ai-admin-worker-v2, within: 30s } }]
        storage:
          url: jdbc:sqlite:%s
        inbound:
          listen: 127.0.0.1:0
          sources:
            demo: { type: json, bearer: %s, title: /title, severity: /level, resolved-when: /state == 'ok' }
        """
                .formatted(
                        playground.api().token(),
                        playground.api().address(),
                        cast.ops().id().value(),
                        cast.feed().id().value(),
                        cast.anna().id().value(),
                        cast.arsen().id().value(),
                        cast.lena().id().value(),
                        services,
                        world.redis(),
                        world.queue(),
                        world.recovery(),
                        world.recovery(),
                        world.folder().resolve("pikett.db"),
                        SECRET);
    }
}
