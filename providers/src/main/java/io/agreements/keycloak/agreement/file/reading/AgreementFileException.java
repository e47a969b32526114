package io.agreements.keycloak.agreement.file.reading;

import io.agreements.keycloak.agreement.file.reading.Remark.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** Files cannot be taken over. The message says of each slip in which file and line it is, what is wrong and what to do. */
public final class AgreementFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Remark> remarks;
    private final int more;

    /** @param more how many there are that are not named */
    AgreementFileException(List<Remark> remarks, int more) {
        super(remarks.stream().map(Remark::sentence).collect(Collectors.joining("\n"))
                + (more > 0 ? "\n… and " + more + " more" : ""));
        this.remarks = List.copyOf(remarks);
        this.more = more;
    }

    /** @param problem with what was sent, and not with one of the files in it */
    public AgreementFileException(String problem) {
        this(List.of(new Remark(Severity.ERROR, null, null, null, problem)), 0);
    }

    /** One for each slip. */
    public List<Remark> remarks() {
        return remarks;
    }

    /** How many more slips there are. */
    public int more() {
        return more;
    }

    /** One sentence for each slip that is named. */
    public List<String> problems() {
        return remarks.stream().map(Remark::sentence).toList();
    }
}
