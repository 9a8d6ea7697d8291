package pikett.playground.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The list that `pm2 jlist` prints, in PM2's own shape. Like the real one it contains the whole
/// environment of each process, secrets and all: whoever reads it must not keep that.
final class Pm2Json {
    /// The PM2 whose shape this is.
    static final String VERSION = "6.0.13";

    /// Planted in the environment of each process, so that a leak can be searched for.
    static final String CANARY = "canary-that-must-never-be-shown";

    private Pm2Json() {}

    static String list(List<ServiceState> services) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        services.forEach(service -> list.add(process(service)));
        return list.toString();
    }

    private static ObjectNode process(ServiceState service) {
        ObjectNode process = JsonNodeFactory.instance.objectNode();
        process.put("pid", service.pid());
        process.put("name", service.name());
        process.set("pm2_env", environment(service));
        process.put("pm_id", service.app().id());
        process.putObject("monit")
                .put("memory", service.memoryBytes())
                .put("cpu", Math.round(service.cpuPercent() * 10) / 10.0);
        return process;
    }

    private static ObjectNode environment(ServiceState service) {
        ObjectNode env = JsonNodeFactory.instance.objectNode();
        // PM2 prints the environment twice: as it was given, and spread over its own fields.
        env.set("env", secrets(service));
        env.setAll(secrets(service));
        env.put("name", service.name())
                .put("namespace", "default")
                .put("exec_mode", "fork_mode")
                .put("instances", 1)
                .put("autorestart", true)
                .put("pm_exec_path", "/opt/ai-admin/src/" + service.name() + ".js")
                .put("pm_cwd", "/opt/ai-admin")
                .put("pm_out_log_path", service.app().output().toString())
                .put("pm_err_log_path", service.app().errors().toString())
                .put("status", service.status().text())
                .put("pm_uptime", service.upSince().toEpochMilli())
                .put("created_at", service.created().toEpochMilli())
                .put("restart_time", service.restarts())
                .put("unstable_restarts", service.unstableRestarts())
                .put("node_version", "20.19.1")
                .put("version", "2.4.1");
        service.lastExit().ifPresent(code -> env.put("exit_code", code));
        env.putObject("axm_monitor").putObject("Used Heap Size").put("value", "18.40");
        return env;
    }

    private static ObjectNode secrets(ServiceState service) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("NODE_ENV", "production")
                .put("PORT", Integer.toString(service.app().port()))
                .put("SUPABASE_SERVICE_KEY", CANARY + "-supabase")
                .put("REDIS_PASSWORD", CANARY + "-redis")
                .put("YCLIENTS_BEARER_TOKEN", CANARY + "-yclients");
    }
}
