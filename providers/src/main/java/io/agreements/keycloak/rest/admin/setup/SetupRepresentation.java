package io.agreements.keycloak.rest.admin.setup;

import io.agreements.keycloak.setup.condition.SetupState;
import java.util.List;

/**
 * What a realm needs, and what would be changed.
 *
 * @param inUse whether the realm asks anybody for anything: whether it has an agreement that can be accepted
 * @param fingerprint of all changes listed; sent to have them made
 * @param conditions in the order in which they are shown
 */
public record SetupRepresentation(boolean inUse, String fingerprint, List<Condition> conditions) {

    /**
     * Something that a realm needs. Sentences are in the language of the reader, as far as the product speaks it.
     *
     * @param id of the condition; never changed
     * @param title what it is called
     * @param state how the realm meets it
     * @param sentence why
     * @param changes what would be changed, a sentence for each, in their order
     * @param withoutJars what users meet if the jars go while the realm is as it is; left out if nothing stands in their way
     * @param stays what taking back leaves as it is; left out if nothing
     */
    public record Condition(
            String id,
            String title,
            SetupState state,
            String sentence,
            List<String> changes,
            String withoutJars,
            String stays) {}
}
