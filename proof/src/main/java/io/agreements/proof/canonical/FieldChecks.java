package io.agreements.proof.canonical;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two bytes for each column of a record, kept beside it, by which a column that was changed is told from its neighbours.
 * They prove nothing: whether a record was changed is told by its entry in the log and by its commitments, and these say
 * where to look. Those of what can be erased are keyed with the salt, so that without it they tell nothing.
 */
public final class FieldChecks {

    private static final int WIDTH = 2;
    private static final int LENGTH = of(Map.of()).checks.size() * WIDTH;

    private final Map<String, byte[]> checks = new LinkedHashMap<>();

    /** Those of a record by the names of its columns, the values as strings, digests and salts in hexadecimal. */
    public static FieldChecks of(Map<String, String> values) {
        FieldChecks made = new FieldChecks();
        for (String column : RecordColumns.FORM) {
            made.checks.put(column, check("", column, values.get(column)));
        }
        RecordColumns.ERASABLE.forEach((salt, columns) -> {
            made.checks.put(salt, check("", salt, values.get(salt)));
            for (String column : columns) {
                made.checks.put(
                        column,
                        values.get(salt) == null
                                ? new byte[WIDTH]
                                : check(values.get(salt), column, values.get(column)));
            }
        });
        return made;
    }

    /** What is stored. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        checks.values().forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** Whether these bytes, as they are stored, can be those of a record; null can not. */
    public static boolean areChecks(byte[] stored) {
        return stored != null && stored.length == LENGTH;
    }

    /** The columns that are not what they were when these bytes were stored; what was erased since is none of them. */
    public List<String> differing(byte[] stored) {
        if (!areChecks(stored)) {
            return List.of();
        }
        List<String> differing = new ArrayList<>();
        int place = 0;
        for (Map.Entry<String, byte[]> one : checks.entrySet()) {
            if (!Arrays.equals(one.getValue(), Arrays.copyOfRange(stored, place, place + WIDTH))) {
                differing.add(one.getKey());
            }
            place += WIDTH;
        }
        RecordColumns.ERASABLE.forEach((salt, columns) -> {
            if (differing.contains(salt)) {
                differing.removeAll(columns);
            }
        });
        return differing;
    }

    private static byte[] check(String salt, String column, String value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(salt));
            digest.update(column.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) (value == null ? 0 : 1));
            return Arrays.copyOf(
                    digest.digest(value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8)), WIDTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
