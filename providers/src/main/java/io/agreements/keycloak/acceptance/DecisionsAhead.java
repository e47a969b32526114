package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.AfterCompletion;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What somebody decided on a form, where the step that makes the user may not have had its turn yet. It is written, in the
 * transaction that makes the user: at once, or as soon as somebody asks for that user's standings, and at the latest before
 * the transaction is committed. If it cannot be written, or nobody says for whom, nothing is committed.
 */
public final class DecisionsAhead extends AbstractKeycloakTransaction {

    private static final Logger LOG = Logger.getLogger(DecisionsAhead.class);
    private static final String ATTRIBUTE = DecisionsAhead.class.getName();

    private final KeycloakSession session;
    private final Supplier<UserModel> newUser;
    private final Consumer<UserModel> writer;
    private boolean written;

    private DecisionsAhead(KeycloakSession session, Supplier<UserModel> newUser, Consumer<UserModel> writer) {
        this.session = session;
        this.newUser = newUser;
        this.writer = writer;
    }

    /**
     * Writes decisions as soon as there is the user who made them.
     *
     * @param newUser gives that user; null as long as there is none
     * @param writer makes the decisions known as those of the user
     */
    public static void write(KeycloakSession session, Supplier<UserModel> newUser, Consumer<UserModel> writer) {
        DecisionsAhead ahead = new DecisionsAhead(session, newUser, writer);
        session.setAttribute(ATTRIBUTE, ahead);
        session.getTransactionManager().enlistPrepare(ahead);
        AfterCompletion.expect(session);
        UserModel user = newUser.get();
        if (user != null) {
            ahead.write(user);
        }
    }

    /** Writes what is kept for this user, if anything is. */
    static void writeFor(KeycloakSession session, UserModel user) {
        DecisionsAhead ahead = session.getAttribute(ATTRIBUTE, DecisionsAhead.class);
        if (ahead != null && !ahead.written && ahead.isFor(user)) {
            ahead.write(user);
        }
    }

    @Override
    protected void commitImpl() {
        if (!written) {
            write(newUser.get());
        }
    }

    @Override
    protected void rollbackImpl() {}

    private boolean isFor(UserModel user) {
        UserModel made = newUser.get();
        return made != null && made.getId().equals(user.getId());
    }

    /** A flow answers any exception with a page, and commits; a rollback may come to a fault of its own and hide this one. */
    private void write(UserModel user) {
        written = true;
        try {
            if (user == null) {
                throw new IllegalStateException("Agreements were accepted on a form whose steps made no user");
            }
            writer.accept(user);
        } catch (RuntimeException e) {
            LOG.error("Decisions cannot be recorded; the user who made them is not stored", e);
            session.getTransactionManager().setRollbackOnly();
            throw e;
        }
    }
}
