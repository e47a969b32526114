package io.agreements.keycloak.agreement.file.reading;

import io.agreements.keycloak.Shortened;

/**
 * What somebody should know of a file.
 *
 * @param severity what follows from it
 * @param file from the directory or the top of the archive that was read, with slashes; left out if it is about none
 * @param line counted from 1; left out if it is about the whole file
 * @param column of the line, counted from 1; left out likewise
 * @param message what was found and what was expected, in words for an administrator
 */
public record Remark(Severity severity, String file, Integer line, Integer column, String message) {

    private static final int LONGEST = 500;

    /** What follows from a remark. */
    public enum Severity {
        /** Nothing is taken over. */
        ERROR,
        /** It is taken over, and is perhaps not what was meant. */
        WARNING,
        /** It is as it should be, and good to know. */
        NOTE
    }

    public Remark {
        message = Shortened.of(message, LONGEST);
    }

    /** All of it as one sentence. */
    public String sentence() {
        return place() + message;
    }

    private String place() {
        if (file == null) {
            return "";
        }
        return file + (line == null ? "" : ", line " + line) + (column == null ? "" : ", column " + column) + ": ";
    }
}
