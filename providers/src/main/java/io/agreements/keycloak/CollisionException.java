package io.agreements.keycloak;

import org.keycloak.models.ModelDuplicateException;

/**
 * The database has refused a transaction because of another one at the same moment. Nothing of it is stored; made again, it
 * finds things as they are then. Where nobody catches it, Keycloak answers 409.
 */
public final class CollisionException extends ModelDuplicateException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the database said */
    public CollisionException(Throwable cause) {
        super("Something else was changed at the same moment, so nothing was. Read it again and repeat.", cause);
    }
}
