package io.agreements.keycloak.tests.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.tests.fixture.realm.Pop800;
import java.time.Instant;
import java.util.UUID;
import org.keycloak.representations.idm.RealmRepresentation;

/** A suspension that another node writes: no session ends here, and all that was got before is still there. */
final class SilentSuspension {

    static final String FACTS = "The nickname is an insult.";

    private SilentSuspension() {}

    /** Behind the back of this node, but for the sign that another one gives. */
    static void of(Pop800 pop800, String userId) {
        int rows = pop800.realm()
                .server()
                .database()
                .update(
                        "insert into agr_restriction (id, realm_id, user_id, kind, grounds, facts, article, from_at,"
                                + " imposed_by, changes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        UUID.randomUUID().toString(),
                        pop800.id(),
                        userId,
                        "SUSPENSION",
                        "DEFAMATION",
                        FACTS,
                        "Article 4 (8)",
                        Instant.now().minusSeconds(1).toEpochMilli(),
                        "administrator",
                        0);
        assertThat(rows).isEqualTo(1);
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        settings.getAttributes()
                .put("agreements.restrictions", UUID.randomUUID().toString());
        pop800.realm().admin().update(settings);
    }
}
