package io.agreements.keycloak.conduct.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Which character stands for another. */
final class CharacterTable {

    /** Letters and digits that look like Latin ones. */
    static final CharacterTable LOOK_ALIKES = new CharacterTable("look-alikes.txt");

    /** Chinese characters in their traditional form. */
    static final CharacterTable SIMPLIFIED = new CharacterTable("simplified.txt");

    private static final String DIRECTORY = "agreements-characters/";

    private final Map<Integer, Integer> meant;

    private CharacterTable(String file) {
        meant = Map.copyOf(read(file));
    }

    /** The character itself if the table has no other. */
    int of(int character) {
        return meant.getOrDefault(character, character);
    }

    private static Map<Integer, Integer> read(String file) {
        Map<Integer, Integer> table = new HashMap<>();
        try (InputStream bytes = CharacterTable.class.getClassLoader().getResourceAsStream(DIRECTORY + file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] row = line.split(" ", 2);
                row[1].codePoints().forEach(character -> table.put(character, row[0].codePointAt(0)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
