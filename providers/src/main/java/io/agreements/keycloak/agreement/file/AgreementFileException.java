package io.agreements.keycloak.agreement.file;

import java.util.List;
import java.util.stream.Collectors;

/** The files of an agreement cannot be taken over. The message says which file, what is wrong and what to do. */
public final class AgreementFileException extends Exception {

    private static final long serialVersionUID = 1L;

    /** So many are named; more are only counted. */
    private static final int MOST_NAMED = 50;

    private static final int LONGEST = 500;

    private final List<String> problems;

    AgreementFileException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    private static String message(List<String> problems) {
        String named = problems.stream()
                .limit(MOST_NAMED)
                .map(problem -> problem.length() <= LONGEST ? problem : problem.substring(0, LONGEST) + "…")
                .collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_NAMED;
        return more > 0 ? named + "\n… and " + more + " more" : named;
    }

    AgreementFileException(String problem) {
        this(List.of(problem));
    }

    /** One sentence for each thing that is wrong. */
    public List<String> problems() {
        return problems;
    }
}
