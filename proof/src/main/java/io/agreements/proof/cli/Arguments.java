package io.agreements.proof.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a command, each with a value. */
final class Arguments {

    private final Map<String, List<String>> values = new HashMap<>();

    private Arguments() {}

    /** @throws IllegalArgumentException with what is wrong with them */
    static Arguments parse(String[] words, Set<String> known) {
        Arguments arguments = new Arguments();
        for (int place = 0; place < words.length; place++) {
            String[] parts = words[place].split("=", 2);
            if (!known.contains(parts[0])) {
                throw new IllegalArgumentException("unknown argument '" + words[place] + "'");
            }
            if (parts.length == 1 && ++place == words.length) {
                throw new IllegalArgumentException(parts[0] + " needs a value");
            }
            arguments
                    .values
                    .computeIfAbsent(parts[0], name -> new ArrayList<>())
                    .add(parts.length == 1 ? words[place] : parts[1]);
        }
        return arguments;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> one(String name) {
        if (all(name).size() > 1) {
            throw new IllegalArgumentException(name + " is given more than once");
        }
        return all(name).stream().findFirst();
    }

    String required(String name) {
        return one(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
