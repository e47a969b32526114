package io.agreements.keycloak.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How much is measured.
 *
 * @param users in each realm
 * @param rounds in each of which every variant has its turn
 * @param warmUp seconds of each kind of request that do not count
 * @param seconds of each kind of request that count
 * @param charts whether Gatling makes its own report of each run of the load
 * @param directory for all that comes of it
 */
record BenchOptions(int users, int rounds, int warmUp, int seconds, boolean charts, Path directory) {
    private static final int FEWEST_USERS = 1_000;
    private static final int MOST_USERS = 9_999_999;

    BenchOptions {
        if (users < FEWEST_USERS || users > MOST_USERS) {
            throw new IllegalArgumentException("users: from " + FEWEST_USERS + " to " + MOST_USERS + ", not " + users);
        }
        if (rounds < 1 || warmUp < 1 || seconds < 1) {
            throw new IllegalArgumentException("rounds, warm-up and seconds are 1 at least");
        }
    }

    /** @param arguments each {@code name=value} */
    static BenchOptions of(String... arguments) {
        Map<String, String> values = new HashMap<>();
        Arrays.stream(arguments).map(argument -> argument.split("=", 2)).forEach(pair -> values.put(pair[0], pair[1]));
        return new BenchOptions(
                Integer.parseInt(values.get("users")),
                Integer.parseInt(values.get("rounds")),
                Integer.parseInt(values.get("warm-up")),
                Integer.parseInt(values.get("seconds")),
                Boolean.parseBoolean(values.get("charts")),
                Path.of(values.get("directory")));
    }
}
