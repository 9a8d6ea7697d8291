package pikett.alerts.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pikett.alerts.exposition.MetricNumber;
import pikett.alerts.label.Labels;

/// What Prometheus answers to a query at one point in time. What is not written as a number is `NaN`.
sealed interface QueryAnswer {
    /// One number for each series; none when there is no series.
    record Vector(List<Element> elements) implements QueryAnswer {
        public Vector {
            elements = List.copyOf(elements);
        }
    }

    /// One number.
    record Scalar(double value) implements QueryAnswer {}

    /// Something else than numbers: a `matrix` or a `string`.
    record OtherKind(String kind) implements QueryAnswer {}

    /// The query could not be evaluated.
    record Refused(String words) implements QueryAnswer {}

    /// It is not Prometheus that answers.
    record Strange() implements QueryAnswer {}

    /// One series.
    ///
    /// @param labels without its name
    record Element(Labels labels, double value) {}

    JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    static QueryAnswer read(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            return switch (root.path("status").asText()) {
                case "success" -> result(root.path("data"));
                case "error" -> new Refused(root.path("error").asText());
                default -> new Strange();
            };
        } catch (JsonProcessingException _) {
            return new Strange();
        }
    }

    private static QueryAnswer result(JsonNode data) {
        JsonNode result = data.path("result");
        return switch (data.path("resultType").asText()) {
            case "vector" -> result.isArray() ? vector(result) : new Strange();
            case "scalar" -> new Scalar(number(result));
            case "" -> new Strange();
            default -> new OtherKind(data.path("resultType").asText());
        };
    }

    private static Vector vector(JsonNode result) {
        List<Element> elements = new ArrayList<>();
        for (JsonNode series : result) {
            Map<String, String> labels = new LinkedHashMap<>();
            series.path("metric")
                    .properties()
                    .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
            labels.remove("__name__");
            elements.add(new Element(Labels.of(labels), number(series.path("value"))));
        }
        return new Vector(elements);
    }

    /// @param sample a time and a number
    private static double number(JsonNode sample) {
        return MetricNumber.read(sample.path(1).asText()).orElse(Double.NaN);
    }
}
