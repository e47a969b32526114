package io.agreements.keycloak.agreement.file;

import java.util.List;

/** The files of an agreement cannot be taken over. The message says which file, what is wrong and what to do. */
public final class AgreementFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    AgreementFileException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    AgreementFileException(String problem) {
        this(List.of(problem));
    }

    /** One sentence for each thing that is wrong. */
    public List<String> problems() {
        return problems;
    }
}
