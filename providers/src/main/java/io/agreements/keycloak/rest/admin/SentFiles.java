package io.agreements.keycloak.rest.admin;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is sent to have agreements taken over: an archive, or nothing, which means the server's own directory. Nothing is
 * also an empty JSON object, for clients that cannot do with less.
 */
public final class SentFiles {

    public static final String ZIP = "application/zip";

    private static final String WHAT_TO_SEND =
            " Send a ZIP archive as " + ZIP + "; to have the server's own directory read, send no body.";

    private static final String ZIP_SIGNATURE = "PK";
    private static final String NOTHING = "\\s*(\\{\\s*})?\\s*";

    /** Enough to tell what it is. */
    private static final int BEGINNING = 64;

    private final String type;
    private final byte[] beginning;
    private final InputStream rest;

    private SentFiles(String type, byte[] beginning, InputStream rest) {
        this.type = type;
        this.beginning = beginning;
        this.rest = rest;
    }

    public static SentFiles of(SentBody body) {
        try {
            return new SentFiles(body.type(), body.content().readNBytes(BEGINNING), body.content());
        } catch (IOException e) {
            throw AdminContext.badRequest("The request did not arrive whole.");
        }
    }

    /** The archive; empty if there is none to be read, and 400 or 415 if it cannot be told what is meant. */
    public Optional<InputStream> archive() {
        if (type.equals(ZIP)) {
            requireSomething();
            return Optional.of(new SequenceInputStream(new ByteArrayInputStream(beginning), rest));
        }
        if (!type.isEmpty() && !type.equals(MediaType.APPLICATION_JSON)) {
            throw AdminContext.problem(
                    Status.UNSUPPORTED_MEDIA_TYPE, "Files are not taken over as " + type + "." + WHAT_TO_SEND);
        }
        requireNothing();
        return Optional.empty();
    }

    private void requireSomething() {
        if (beginning.length == 0) {
            throw AdminContext.badRequest("The request has no body." + WHAT_TO_SEND);
        }
    }

    private void requireNothing() {
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        if (text.startsWith(ZIP_SIGNATURE)) {
            throw AdminContext.problem(
                    Status.UNSUPPORTED_MEDIA_TYPE, "This is a ZIP archive, but was not sent as one." + WHAT_TO_SEND);
        }
        if (!text.matches(NOTHING)) {
            throw AdminContext.badRequest("This is no ZIP archive." + WHAT_TO_SEND);
        }
    }
}
