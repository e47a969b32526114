package io.agreements.keycloak.flow.barred;

import io.agreements.keycloak.conduct.barred.BarredKind;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.validator.DuplicateEmailValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;

/** Takes the place of Keycloak's look whether an address is another account's: a barred one is, too. */
public final class BarredEmailValidator extends DuplicateEmailValidator {

    @Override
    public int order() {
        return TakenNames.ORDER;
    }

    @Override
    public ValidationContext validate(
            Object input, String inputHint, ValidationContext context, ValidatorConfig config) {
        return TakenNames.check(
                BarredKind.EMAIL,
                input,
                inputHint,
                context,
                ID,
                Messages.EMAIL_EXISTS,
                () -> super.validate(input, inputHint, context, config));
    }
}
