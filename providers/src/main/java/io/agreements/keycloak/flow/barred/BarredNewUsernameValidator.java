package io.agreements.keycloak.flow.barred;

import io.agreements.keycloak.conduct.barred.BarredKind;
import org.keycloak.models.RealmModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.validator.RegistrationUsernameExistsValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;

/** Takes the place of Keycloak's look at registration whether a user name is taken: a barred one is, too. */
public final class BarredNewUsernameValidator extends RegistrationUsernameExistsValidator {

    @Override
    public int order() {
        return TakenNames.ORDER;
    }

    @Override
    public ValidationContext validate(
            Object input, String inputHint, ValidationContext context, ValidatorConfig config) {
        RealmModel realm = context.getSession().getContext().getRealm();
        if (realm.isRegistrationEmailAsUsername()) {
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
}
