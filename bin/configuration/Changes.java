import java.io.IOException;
import java.io.PrintStream;

/** Makes changes one after the other and says each; or says them only. */
final class Changes {
    private final PrintStream out;
    private final boolean saidOnly;
    private int count;

    Changes(PrintStream out, boolean saidOnly) {
        this.out = out;
        this.saidOnly = saidOnly;
    }

    /** What changes something. */
    interface Change {
        void make() throws IOException;
    }

    void make(String what, Change change) throws IOException {
        if (!saidOnly) {
            change.make();
        }
        said(what);
    }

    /** Says what has been changed already. */
    void said(String what) {
        count++;
        out.println("  " + what);
    }

    /** Says something that is no change. */
    void note(String what) {
        out.println("  (" + what + ")");
    }

    boolean areSaidOnly() {
        return saidOnly;
    }

    void sum() {
        String changes = count == 1 ? "1 change" : count + " changes";
        out.println(count == 0 ? "Nothing had to be changed" : changes + (saidOnly ? ", not made" : ""));
    }
}
