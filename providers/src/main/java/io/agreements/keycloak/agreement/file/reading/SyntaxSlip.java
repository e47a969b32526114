package io.agreements.keycloak.agreement.file.reading;

/**
 * A place at which a file is not YAML.
 *
 * @param since the line in which began what could not be read; counted from 1, as the others are
 * @param message what is wrong
 */
record SyntaxSlip(int since, int line, int column, String message) {

    private static final String QUOTES = "put it into quotes";

    /**
     * @param opened where began what could not be read
     * @param found where that was found out
     * @param problem as the parser calls it, which is not how people do
     */
    static SyntaxSlip of(Place opened, Place found, String problem) {
        if (problem.contains("unexpected end of stream")) {
            return at(opened, opened, "the quotation mark that is opened here is never closed");
        }
        if (problem.contains("expected ','")) {
            return at(opened, opened, "the bracket that is opened here is not closed, or a comma is missing");
        }
        return at(opened, found, message(problem));
    }

    private static SyntaxSlip at(Place opened, Place place, String message) {
        return new SyntaxSlip(opened.line(), place.line(), place.column(), message);
    }

    /** Counted from 1. */
    record Place(int line, int column) {}

    private static String message(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "a colon cannot stand here. If it belongs to the words, " + QUOTES
                    + "; if it is a setting of its own, let it begin in the same column as its neighbours";
        }
        if (problem.contains("could not find expected ':'")) {
            return "this is no setting: a key, a colon, a space and a value are expected";
        }
        if (problem.contains("TAB") || problem.contains("'\t")) {
            return "a tab stands where spaces are expected";
        }
        if (problem.contains("cannot start any token")) {
            return "a value cannot begin with this character; " + QUOTES;
        }
        if (problem.contains("escape")) {
            return "within \"…\" a backslash stands for something else; write \\\\, or use '…'";
        }
        if (problem.contains("expected <block end>")) {
            return "this begins in another column than its neighbours";
        }
        return "this is not YAML. Look at indentation, colons, quotation marks and brackets here and in the line above";
    }
}
