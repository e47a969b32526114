package io.agreements.keycloak.agreement.file.reading;

import io.agreements.keycloak.agreement.file.reading.Remark.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is found while files are read: so much of it as somebody will read, and how much more there is. */
public final class Remarks {

    private static final int MOST_ERRORS = 50;

    private final List<Remark> errors = new ArrayList<>();
    private final List<Remark> others = new ArrayList<>();
    private int more;

    /** Those of one file. */
    public FileRemarks of(String file) {
        return new FileRemarks(this, file);
    }

    /** Something that is about no file. */
    public void error(String message) {
        add(new Remark(Severity.ERROR, null, null, null, message));
    }

    /** What is read twice is told once. */
    public void add(Remark remark) {
        if (remark.severity() != Severity.ERROR) {
            others.add(remark);
        } else if (errors.size() < MOST_ERRORS) {
            if (!errors.contains(remark)) {
                errors.add(remark);
            }
        } else {
            more++;
        }
    }

    /** Whether no more errors are told, but only counted. */
    boolean isFull() {
        return errors.size() >= MOST_ERRORS;
    }

    /** How many errors there are. */
    public int errorCount() {
        return errors.size() + more;
    }

    /** What is no error. */
    public List<Remark> others() {
        return List.copyOf(others);
    }

    /** @throws AgreementFileException if there is an error */
    public void requireNoError() throws AgreementFileException {
        if (!errors.isEmpty()) {
            throw new AgreementFileException(inOrder(), more);
        }
    }

    /** File by file as they came, and in each by line. */
    private List<Remark> inOrder() {
        List<String> files = errors.stream().map(Remark::file).distinct().toList();
        return errors.stream()
                .sorted(Comparator.comparingInt((Remark remark) -> files.indexOf(remark.file()))
                        .thenComparingInt(remark -> remark.line() == null ? 0 : remark.line()))
                .toList();
    }
}
