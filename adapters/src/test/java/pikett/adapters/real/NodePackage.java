package pikett.adapters.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A package of npm in a folder of its own.
public final class NodePackage {
    private NodePackage() {}

    /// Fetches `name@version` and what else it needs, unless an earlier test has, and gives its
    /// `node_modules`.
    public static Path modules(String name, String version, String... more)
            throws IOException, InterruptedException {
        Path folder = Path.of("target", "node", name + "-" + version).toAbsolutePath();
        Path modules = folder.resolve("node_modules");
        if (!Files.exists(modules.resolve(name).resolve("package.json"))) {
            Files.createDirectories(folder);
            List<String> install =
                    new ArrayList<>(
                            List.of("npm", "install", "--no-audit", "--no-fund", "--prefix"));
            install.add(folder.toString());
            install.add(name + "@" + version);
            install.addAll(List.of(more));
            Program.run(install);
        }
        return modules;
    }
}
