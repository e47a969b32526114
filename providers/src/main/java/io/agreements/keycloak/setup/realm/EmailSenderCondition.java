package io.agreements.keycloak.setup.realm;

import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** The realm can send mail: reminders, confirmations, news of versions. */
public final class EmailSenderCondition implements SetupCondition {

    private static final String ID = "email-sender";

    private final RealmModel realm;

    public EmailSenderCondition(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        Map<String, String> sender = realm.getSmtpConfig();
        boolean complete = Stream.of("host", "from").noneMatch(name -> isBlank(sender.get(name)));
        return complete ? Finding.ok(Sentence.of(ID + ".ok")) : Finding.byHand(Sentence.of(ID + ".missing"));
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
