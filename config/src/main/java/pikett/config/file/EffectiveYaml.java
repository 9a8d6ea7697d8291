package pikett.config.file;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Writes plain values as YAML for people.
final class EffectiveYaml {
    private static final int WIDTH = 120;

    private EffectiveYaml() {}

    static String of(Object values) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setWidth(WIDTH);
        // The reader takes no anchors; Java has one empty list for all.
        options.setDereferenceAliases(true);
        return new Yaml(options).dump(values);
    }
}
