package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;

/// One method of the Bot API.
@FunctionalInterface
interface Method {
    /// Does what the call asks for.
    ///
    /// @return what goes into `result`
    /// @throws pikett.playground.telegram.Refused if the cloud does not allow it
    JsonNode run(Call call);
}
