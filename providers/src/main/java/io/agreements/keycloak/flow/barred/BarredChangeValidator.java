package io.agreements.keycloak.flow.barred;

import io.agreements.keycloak.conduct.barred.BarredKind;
import org.keycloak.models.RealmModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.validator.EmailExistsAsUsernameValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;

/** Takes the place of Keycloak's look whether a new address that is the user name, too, is another account's: a barred one is. */
public final class BarredChangeValidator extends EmailExistsAsUsernameValidator {

    @Override
    public int order() {
        return TakenNames.ORDER;
    }

    @Override
    public ValidationContext validate(
            Object input, String inputHint, ValidationContext context, ValidatorConfig config) {
        RealmModel realm = context.getSession().getContext().getRealm();
        if (realm.isDuplicateEmailsAllowed() || !realm.isRegistrationEmailAsUsername() || isNew(context)) {
            return super.validate(input, inputHint, context, config);
        }
        return TakenNames.check(
                BarredKind.USERNAME,
                input,
                inputHint,
                context,
                ID,
                Messages.USERNAME_EXISTS,
                () -> super.validate(input, inputHint, context, config));
    }

    private static boolean isNew(ValidationContext context) {
        return UserProfileAttributeValidationContext.from(context)
                        .getAttributeContext()
                        .getUser()
                == null;
    }
}
