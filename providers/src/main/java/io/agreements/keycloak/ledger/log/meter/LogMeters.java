package io.agreements.keycloak.ledger.log.meter;

import io.agreements.keycloak.ledger.log.store.LogFigures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * What Keycloak's metrics tell of logs, of all realms together: nothing in them names a realm or anybody. They are Keycloak's
 * own (Micrometer), and nowhere if those are off.
 */
public final class LogMeters {

    private static final String ENTRIES = "agreements.log.entries";
    private static final String CHECKPOINTS = "agreements.log.checkpoints";
    private static final String HALTED = "agreements.log.halted";
    private static final String BEHIND = "agreements.log.behind";
    private static final String UNFIT = "agreements.log.unfit";
    private static final String AGE = "agreements.log.checkpoint.age";

    private final Clock clock;
    private volatile LogFigures figures;

    LogMeters(Clock clock) {
        this.clock = clock;
    }

    /** Whether anybody asks for metrics. */
    static boolean areAsked() {
        return !Metrics.globalRegistry.getRegistries().isEmpty();
    }

    /** One checkpoint that this node has signed, with as many new entries. */
    public static void count(int entries) {
        counter(ENTRIES, "Records that this node has put into logs").increment(entries);
        counter(CHECKPOINTS, "Checkpoints of logs that this node has signed").increment();
    }

    private static Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(Metrics.globalRegistry);
    }

    /** Takes down how things are; the first time they are there to be asked for. */
    void update(LogFigures now) {
        boolean isFirst = figures == null;
        figures = now;
        if (isFirst) {
            gauge(HALTED, "Logs that are halted", kept -> kept.halted()).register(Metrics.globalRegistry);
            gauge(BEHIND, "Realms that have records which are not in their log", kept -> kept.behind())
                    .register(Metrics.globalRegistry);
            gauge(UNFIT, "Records that no log can have", kept -> kept.unfit()).register(Metrics.globalRegistry);
            gauge(AGE, "Since the last checkpoint of any log was signed", this::age)
                    .baseUnit("seconds")
                    .register(Metrics.globalRegistry);
            counter(ENTRIES, "Records that this node has put into logs");
            counter(CHECKPOINTS, "Checkpoints of logs that this node has signed");
        }
    }

    private Gauge.Builder<LogMeters> gauge(String name, String description, ToDoubleFunction<LogFigures> value) {
        return Gauge.builder(name, this, meters -> value.applyAsDouble(meters.figures))
                .description(description)
                .strongReference(true);
    }

    private double age(LogFigures kept) {
        return kept.signedAt() == null
                ? Double.NaN
                : Duration.between(kept.signedAt(), clock.instant()).toMillis() / 1000.0;
    }
}
