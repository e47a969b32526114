package io.agreements.proof.canonical;

import io.agreements.proof.MalformedException;
import java.util.Map;

/** Reads JSON objects of plain values, however they are written down, such as the details of a record. */
public final class LooseJson {

    private static final int LONGEST = 1 << 23;

    private LooseJson() {}

    /**
     * Strings, booleans, longs, or lists and maps of these.
     *
     * @param what it is, for messages
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(String json, String what) {
        try {
            byte[] canonical = CanonicalJson.of(Map.of("json", new PlainJson(json)));
            return (Map<String, Object>)
                    CanonicalReader.read(canonical, LONGEST, what).get("json");
        } catch (IllegalArgumentException e) {
            throw new MalformedException(what + " cannot be read: " + e.getMessage());
        }
    }
}
