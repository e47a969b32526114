package io.agreements.keycloak.bench.load;

import java.time.Duration;

/**
 * The CPU time of the server's process in nanoseconds, all its threads included: what neighbours on the machine do does not
 * count.
 *
 * @param pid of the server's JVM
 */
record CpuGauge(long pid) implements Gauge {

    @Override
    public String name() {
        return Reading.CPU;
    }

    @Override
    public long now() {
        return ProcessHandle.of(pid)
                .flatMap(server -> server.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElseThrow(() -> new IllegalStateException("The CPU time of process " + pid
                        + " cannot be read: it has ended, or this system does not tell"));
    }
}
