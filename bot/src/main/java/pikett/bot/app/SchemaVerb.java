package pikett.bot.app;

import picocli.CommandLine.Command;
import pikett.config.file.ConfigSchema;

/// `pikett schema`: what editors need to help with the configuration.
@Command(name = "schema", description = "Prints the JSON schema of the configuration, for editors.")
final class SchemaVerb implements Runnable {
    @Override
    public void run() {
        System.out.print(ConfigSchema.json());
    }
}
