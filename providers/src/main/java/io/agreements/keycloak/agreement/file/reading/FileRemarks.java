package io.agreements.keycloak.agreement.file.reading;

import io.agreements.keycloak.agreement.file.reading.Remark.Severity;

/**
 * What is found in one file.
 *
 * @param all those of all files
 * @param file its path, as remarks name it
 */
public record FileRemarks(Remarks all, String file) {

    /** An error of the file as a whole. */
    public void error(String message) {
        all.add(new Remark(Severity.ERROR, file, null, null, message));
    }

    /** An error of a line; of the whole file if that is 0. */
    public void error(int line, String message) {
        all.add(new Remark(Severity.ERROR, file, line == 0 ? null : line, null, message));
    }

    public void error(int line, int column, String message) {
        all.add(new Remark(Severity.ERROR, file, line, column, message));
    }

    public void error(YamlValue where, String message) {
        error(where.line(), where.column(), message);
    }

    /** A warning on a line; on the whole file if that is 0. */
    public void warning(int line, String message) {
        all.add(new Remark(Severity.WARNING, file, line == 0 ? null : line, null, message));
    }

    public void note(String message) {
        all.add(new Remark(Severity.NOTE, file, null, null, message));
    }

    /** Has a rule asked, and what it is against told of a line. */
    public boolean check(int line, Runnable rule) {
        try {
            rule.run();
            return true;
        } catch (IllegalArgumentException e) {
            error(line, e.getMessage());
            return false;
        }
    }

    /** Has a rule asked, and what it is against told of a value, by its name. */
    public boolean check(YamlValue where, String name, Runnable rule) {
        try {
            rule.run();
            return true;
        } catch (IllegalArgumentException e) {
            error(where, name + e.getMessage());
            return false;
        }
    }
}
