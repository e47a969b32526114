package io.agreements.keycloak.flow.barred;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.conduct.barred.BarredKind;
import io.agreements.keycloak.conduct.barred.Barring;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;

/**
 * Says of a barred name what Keycloak says of one that an account has. The look is taken whether or not there is such an
 * account, so that time tells the two apart as little as words do.
 */
final class TakenNames {

    /** Before Keycloak's own of the same id, which it extends. */
    static final int ORDER = 10;

    private TakenNames() {}

    /**
     * @param kind as what it would be registered
     * @param validator id of the validator in whose name it is said
     * @param message what Keycloak says of a name that is taken
     * @param keycloaks has Keycloak's own validator look
     */
    static ValidationContext check(
            BarredKind kind,
            Object input,
            String field,
            ValidationContext context,
            String validator,
            String message,
            Runnable keycloaks) {
        boolean barred = isBarred(kind, input, field, context);
        int before = context.getErrors().size();
        keycloaks.run();
        if (barred && context.getErrors().size() == before) {
            context.addError(new ValidationError(validator, field, message).setStatusCode(Response.Status.CONFLICT));
        }
        return context;
    }

    /** To administrators nothing is barred. */
    private static boolean isBarred(BarredKind kind, Object input, String field, ValidationContext context) {
        String value = input instanceof List<?> values && !values.isEmpty() ? (String) values.get(0) : null;
        if (value == null || value.isBlank()) {
            return false;
        }
        RealmModel realm = context.getSession().getContext().getRealm();
        AttributeContext attribute =
                UserProfileAttributeValidationContext.from(context).getAttributeContext();
        if (attribute.getContext() == UserProfileContext.USER_API) {
            return false;
        }
        UserModel user = attribute.getUser();
        boolean barred = new Barring(context.getSession(), ServerClock.INSTANCE).isBarred(realm, kind, value);
        return barred && (user == null || !value.equalsIgnoreCase(user.getFirstAttribute(field)));
    }
}
