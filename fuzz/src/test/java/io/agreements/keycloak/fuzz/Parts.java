package io.agreements.keycloak.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An input of several parts, with a line of four equals signs between them. */
public final class Parts {

    private static final byte[] BORDER = "\n====\n".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> parts = new ArrayList<>();

    public Parts(byte[] input) {
        int start = 0;
        for (int at = 0; at + BORDER.length <= input.length; at++) {
            if (Arrays.equals(input, at, at + BORDER.length, BORDER, 0, BORDER.length)) {
                parts.add(Arrays.copyOfRange(input, start, at));
                start = at + BORDER.length;
                at = start - 1;
            }
        }
        parts.add(Arrays.copyOfRange(input, start, input.length));
    }

    public List<byte[]> all() {
        return List.copyOf(parts);
    }

    /** That part as text; empty if there are not so many. */
    public String text(int part) {
        return part < parts.size() ? new String(parts.get(part), StandardCharsets.UTF_8) : "";
    }
}
