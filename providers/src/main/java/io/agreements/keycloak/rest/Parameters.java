package io.agreements.keycloak.rest;

import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.keycloak.services.ErrorResponse;

/**
 * Parameters of an address that are more than words. Of one that it cannot read JAX-RS by itself says that there is nothing
 * at the address.
 */
public final class Parameters {

    private Parameters() {}

    /** A whole number; null if it is left out, 400 with its name if it is none. */
    public static Integer number(String name, String value) {
        return read(new Said(name, value)::number);
    }

    /** A moment in milliseconds since 1970; null if it is left out, 400 with its name if it is none. */
    public static Long millis(String name, String value) {
        return read(new Said(name, value)::millis);
    }

    /** A place in a log; null if it is left out, 400 with its name if it is none. */
    public static Long index(String name, String value) {
        return read(new Said(name, value)::index);
    }

    /** Yes or no; null if it is left out, 400 with its name if it is neither. */
    public static Boolean flag(String name, String value) {
        return read(new Said(name, value)::flag);
    }

    static <N> N read(Supplier<N> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw ErrorResponse.error(e.getMessage(), Response.Status.BAD_REQUEST);
        }
    }
}
