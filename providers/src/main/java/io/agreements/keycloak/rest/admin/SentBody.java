package io.agreements.keycloak.rest.admin;

import java.io.InputStream;
import java.util.Locale;

/**
 * A body that may be of several types.
 *
 * @param type its media type in small letters, without parameters; empty if none was named
 * @param content empty if there is none
 */
public record SentBody(String type, InputStream content) {

    /**
     * @param contentType the header; null if there was none
     * @param body null if there was none
     */
    public static SentBody of(String contentType, InputStream body) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0];
        return new SentBody(type.strip().toLowerCase(Locale.ROOT), body == null ? InputStream.nullInputStream() : body);
    }
}
