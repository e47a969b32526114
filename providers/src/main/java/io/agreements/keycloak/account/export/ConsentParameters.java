package io.agreements.keycloak.account.export;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.UserConsentModel;

/** What a consent says about a parameterized scope. Keycloak keeps it from 26.7 on; before, there is nothing to tell. */
final class ConsentParameters {
    private static final MethodHandle GET_PARAMETERS = find();

    private ConsentParameters() {}

    @SuppressWarnings("unchecked")
    static List<String> of(UserConsentModel consent, ClientScopeModel scope) {
        if (GET_PARAMETERS == null) {
            return List.of();
        }
        try {
            return (List<String>) GET_PARAMETERS.invokeExact(consent, scope);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A getter has no checked exceptions", e);
        }
    }

    private static MethodHandle find() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(
                            UserConsentModel.class,
                            "getParameters",
                            MethodType.methodType(List.class, ClientScopeModel.class));
        } catch (NoSuchMethodException e) {
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A public method cannot be reached", e);
        }
    }
}
