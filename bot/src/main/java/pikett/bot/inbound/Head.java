package pikett.bot.inbound;

import java.util.List;
import java.util.Map;

/// What somebody asks, without the body.
///
/// @param method in capitals, such as `POST`
/// @param rest what follows the path of the route, without a slash at its beginning; empty for an exact
///     route
/// @param parameters of the query, decoded, each with its values in their order
public record Head(
        String method, String rest, Map<String, List<String>> parameters, Headers headers) {
    public Head {
        parameters = Map.copyOf(parameters);
    }
}
