package io.agreements.keycloak.conduct.content;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.AbstractStringValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

/** Refuses what contains a word on the operator's lists. Which word is not told: whoever asks often enough had the list. */
public final class ProhibitedContentValidator extends AbstractStringValidator implements ConfiguredProvider {

    static final String ID = "prohibited-content";
    static final String PROHIBITED = "error-prohibited-content";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    protected void doValidate(String value, String inputHint, ValidationContext context, ValidatorConfig config) {
        KeycloakSession session = context.getSession();
        List<WordList> lists = session.getProvider(WordListProvider.class)
                .lists(session.getContext().getRealm());
        if (WordList.prohibit(lists, value)) {
            context.addError(new ValidationError(ID, inputHint, PROHIBITED));
        }
    }

    @Override
    protected boolean isIgnoreEmptyValuesConfigured(ValidatorConfig config) {
        return true;
    }

    @Override
    public String getHelpText() {
        return "No word on the lists of prohibited words, however it is written.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
