package pikett.bot.real;

import java.nio.file.Path;

/// The sections `hosts` to `runbooks` over a real world.
final class Targets {
    private Targets() {}

    /// Everything there is, well or not.
    ///
    /// @param journal a line for each start of a runbook's script
    static String all(RealWorld world, Path journal) {
        Path script = Programs.SOURCES.resolve("recovery.sh");
        return """
        hosts:
          prod-1: %s
        services:
          ai-admin-api:
            host: prod-1
            pm2: ai-admin-api
            health: { url: '%s' }
            restart: { healthy-within: 60s }
          ai-admin-worker-v2: { host: prod-1, pm2: ai-admin-worker-v2, restart: { healthy-within: 15s } }
          support: { host: prod-1, pm2: support }
          site: { host: prod-1, pm2: ai-admin-api, health: { url: '%s' } }
          realtime: { host: prod-1, pm2: ai-admin-api, health: { url: '%s' } }
        queues:
          messages: { host: prod-1, redis: '%s', bullmq: messages }
        runbooks:
          company:
            title: { en: Restore one company }
            role: operator
            confirm: true
            parameters: { id: { pattern: '[0-9]{1,9}', example: '962302' } }
            steps: [{ run: ['%s', '%s', company, '{id}'], on: prod-1, timeout: 30s }]
            after: [{ wait-healthy: { service: ai-admin-api, within: 60s } }]
          slow:
            title: { en: Restore everything }
            role: operator
            confirm: true
            steps: [{ run: ['%s', '%s', slow], on: prod-1, timeout: 2m }]
          broken:
            title: { en: Restore from backup }
            role: operator
            confirm: true
            steps: [{ run: ['%s', '%s', broken], on: prod-1, timeout: 30s }]
          session:
            title: { en: Reopen the session }
            role: operator
            approve-by: 2
            steps: [{ run: ['%s', '%s', session], on: prod-1, timeout: 30s }]
        """
                .formatted(
                        world.ssh().yaml(),
                        world.healthUrl(),
                        world.proxiedUrl(),
                        world.closedUrl(),
                        world.redisUrl(),
                        script,
                        journal,
                        script,
                        journal,
                        script,
                        journal,
                        script,
                        journal);
    }

    /// Only what is well.
    static String well(RealWorld world) {
        return """
        hosts:
          prod-1: %s
        services:
          ai-admin-api: { host: prod-1, pm2: ai-admin-api, health: { url: '%s' } }
        queues:
          messages: { host: prod-1, redis: '%s', bullmq: messages }
        """
                .formatted(world.ssh().yaml(), world.healthUrl(), world.redisUrl());
    }
}
