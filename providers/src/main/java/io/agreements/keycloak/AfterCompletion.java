package io.agreements.keycloak;

import java.util.ArrayDeque;
import java.util.Deque;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * What is left to do once the transaction of a session is over. Keycloak takes nothing more in while a transaction is being
 * committed, so whoever does something only then, and may leave something to do, says so {@linkplain #expect beforehand}.
 */
public final class AfterCompletion extends AbstractKeycloakTransaction {

    private static final String ATTRIBUTE = AfterCompletion.class.getName();

    private final Deque<Step> steps = new ArrayDeque<>();

    private AfterCompletion() {}

    /** From now on steps are taken in until the transaction is over, its commit included. */
    public static void expect(KeycloakSession session) {
        of(session);
    }

    /** Does this after the commit, on the same thread; not after a rollback. */
    public static void onCommit(KeycloakSession session, Runnable step) {
        run(session, step, () -> {});
    }

    /** Does one of these, after the commit or after the rollback. A step that fails does not keep others from their turn. */
    public static void run(KeycloakSession session, Runnable onCommit, Runnable onRollback) {
        of(session).steps.add(new Step(onCommit, onRollback));
    }

    private static AfterCompletion of(KeycloakSession session) {
        AfterCompletion known = session.getAttribute(ATTRIBUTE, AfterCompletion.class);
        if (known != null) {
            return known;
        }
        AfterCompletion made = new AfterCompletion();
        session.getTransactionManager().enlistAfterCompletion(made);
        session.setAttribute(ATTRIBUTE, made);
        return made;
    }

    @Override
    protected void commitImpl() {
        finish(true);
    }

    @Override
    protected void rollbackImpl() {
        finish(false);
    }

    private void finish(boolean committed) {
        RuntimeException failure = null;
        for (Step step = steps.poll(); step != null; step = steps.poll()) {
            try {
                (committed ? step.onCommit() : step.onRollback()).run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private record Step(Runnable onCommit, Runnable onRollback) {}
}
