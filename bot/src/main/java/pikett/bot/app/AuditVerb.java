package pikett.bot.app;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.bot.audit.AuditTrail;

/// `pikett audit verify|export`.
@Command(
        name = "audit",
        description = "Checks or writes out what people did.",
        subcommands = {AuditVerb.Verify.class, AuditVerb.Export.class})
final class AuditVerb {
    @Command(
            name = "verify",
            description = "Says whether the chain is as it was written; 1 if it is not.")
    static final class Verify implements Callable<Integer> {
        @Mixin private final ConfigOption config = new ConfigOption();

        @Override
        public Integer call() {
            Optional<ConfigOption.Usable> usable = config.read();
            if (usable.isEmpty()) {
                return Pikett.CONFIGURATION;
            }
            try (Store store = Stores.open(usable.get().config().storage().url())) {
                return switch (new AuditTrail(store).verify()) {
                    case AuditTrail.Verdict.Intact(long rows) -> {
                        System.out.println("intact, " + rows + " rows");
                        yield 0;
                    }
                    case AuditTrail.Verdict.Broken(long seq, String why) -> {
                        System.err.println("broken at row " + seq + ": " + why);
                        yield Pikett.FAILED;
                    }
                };
            }
        }
    }

    @Command(name = "export", description = "Writes every row as a JSON object a line.")
    static final class Export implements Callable<Integer> {
        @Mixin private final ConfigOption config = new ConfigOption();

        @Override
        public Integer call() throws IOException {
            Optional<ConfigOption.Usable> usable = config.read();
            if (usable.isEmpty()) {
                return Pikett.CONFIGURATION;
            }
            try (Store store = Stores.open(usable.get().config().storage().url())) {
                new AuditTrail(store).export(System.out);
                return 0;
            }
        }
    }
}
