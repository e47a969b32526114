package io.agreements.keycloak.task;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.keycloak.Config;

/**
 * Users divided by hash into parts that are about as large.
 *
 * @param number of parts, from 1 to {@value #MOST}
 */
public record Shards(int number) {

    /** Name of the option of a provider. */
    public static final String OPTION = "shards";

    /** Where nothing else is said. */
    public static final int DEFAULT = 16;

    public static final int MOST = 128;

    private static final String OF = " of ";

    /** @throws IllegalArgumentException in words for an operator */
    public Shards {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("The option " + OPTION + " is to be a number from 1 to " + MOST);
        }
    }

    /** As the options of a provider say. */
    public static Shards read(Config.Scope config) {
        return new Shards(config.getInt(OPTION, DEFAULT));
    }

    /** All parts. Those of another number have other names. */
    public List<String> parts() {
        return IntStream.range(0, number).mapToObj(this::name).toList();
    }

    /** Those in which some slots are. */
    public List<String> partsOf(Collection<Integer> slots) {
        return slots.stream()
                .mapToInt(slot -> slot * number / Slots.NUMBER)
                .distinct()
                .mapToObj(this::name)
                .toList();
    }

    /** Which users are in a part. */
    public Slots slots(String part) {
        int shard = Integer.parseInt(part.substring(0, part.indexOf(OF)));
        return new Slots(first(shard), first(shard + 1) - 1);
    }

    /** The first slot that is not in an earlier part. */
    private int first(int shard) {
        return (shard * Slots.NUMBER + number - 1) / number;
    }

    private String name(int shard) {
        return shard + OF + number;
    }
}
