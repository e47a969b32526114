package io.agreements.keycloak.bench.tasks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much is measured.
 *
 * @param users of the realm whose log, standings and size are measured; a tenth of that in each of ten realms, an
 *     eighth are written to and deleted
 * @param nodes 1, or 2 for one node and then two
 * @param directory for all that comes of it
 * @param document the one that gets the tables; none for none
 */
record TaskOptions(int users, int nodes, Path directory, Optional<Path> document) {
    private static final int FEWEST_USERS = 1_000;

    /** Five records each, which are divided in one statement. */
    private static final int MOST_USERS = 500_000;

    private static final int MOST_NODES = 2;
    private static final int REALMS = 10;
    private static final int PART_WRITTEN_TO = 8;

    TaskOptions {
        if (users < FEWEST_USERS || users > MOST_USERS) {
            throw new IllegalArgumentException("users: from " + FEWEST_USERS + " to " + MOST_USERS + ", not " + users);
        }
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("nodes: 1 or " + MOST_NODES + ", not " + nodes);
        }
    }

    /** @param arguments each {@code name=value} */
    static TaskOptions of(String... arguments) {
        Map<String, String> values = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new TaskOptions(
                Integer.parseInt(values.get("users")),
                Integer.parseInt(values.get("nodes")),
                Path.of(values.get("directory")),
                Optional.ofNullable(values.get("document")).map(Path::of));
    }

    boolean areTwoNodesAsked() {
        return nodes == MOST_NODES;
    }

    /** Small realms, beside the large one. */
    int realms() {
        return REALMS;
    }

    /** Of each of these. */
    int usersOfSmallRealm() {
        return users / REALMS;
    }

    /** Who get a mail, and whose accounts are then deleted. */
    int usersWrittenTo() {
        return users / PART_WRITTEN_TO;
    }
}
