package pikett.bot.inbound.alertmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.alerts.pipeline.AlertBoard;
import pikett.bot.inbound.Page;

/// What runs here, as far as tools of Alertmanager ask.
///
/// @param since when it started
record StatusPage(AlertBoard board, Instant since) {
    /// Of Alertmanager, whose API this is: tools look here for what they may ask.
    private static final String API_OF = "0.25.0";

    Page page() {
        ObjectNode status = ApiJson.object();
        status.putObject("cluster").put("status", "disabled").put("name", "").putArray("peers");
        status.putObject("config").put("original", config());
        status.put("uptime", ApiJson.time(since));
        status.putObject("versionInfo")
                .put("version", API_OF)
                .put("branch", "pikett")
                .put("revision", "")
                .put("buildUser", "")
                .put("buildDate", "")
                .put("goVersion", "");
        return ApiPage.of(status);
    }

    /// As much of a configuration of Alertmanager as is true here.
    private String config() {
        String receivers =
                board.chats().stream()
                        .map("- name: '%s'\n"::formatted)
                        .collect(Collectors.joining());
        String first =
                Stream.concat(board.otherwise().stream(), board.chats().stream())
                        .findFirst()
                        .orElse("");
        return "# This is Pikett. Its routes stand in its own configuration.\n"
                + "route:\n  receiver: '%s'\nreceivers:\n%s".formatted(first, receivers);
    }
}
