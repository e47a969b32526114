package io.agreements.keycloak.tests;

import java.time.Instant;
import java.util.UUID;

/**
 * People with an account.
 *
 * @param pop800 the realm where it is
 */
record Persons(Pop800 pop800) {

    /** Somebody who has decided nothing yet, and so owes the user agreement. */
    Person owing() {
        String email = "person-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        return new Person(pop800.newUser(email).toRepresentation().getId(), email);
    }

    /** Somebody who has decided on all there is, and so is asked nothing. */
    Person settled() {
        Person person = owing();
        person.decide(pop800, Pop800.AGREEMENT, "ACCEPTED");
        person.decide(pop800, "personalisation", "DECLINED");
        person.decide(pop800, "news-by-mail", "DECLINED");
        return person;
    }

    record Person(String id, String email) {

        private void decide(Pop800 pop800, String agreement, String decision) {
            new StoredDecision(id, email, agreement, 1, decision, Instant.now()).storeIn(pop800);
        }
    }
}
