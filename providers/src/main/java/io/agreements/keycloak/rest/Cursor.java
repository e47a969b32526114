package io.agreements.keycloak.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a list is ordered by, in letters that mean nothing to who keeps them. */
public final class Cursor {

    private Cursor() {}

    public static String write(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What was written.
     *
     * @param problem what to say of anything else
     * @throws IllegalArgumentException with that, if it is none
     */
    public static String read(String cursor, String problem) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new IllegalArgumentException(problem, e);
        }
    }
}
