package io.agreements.keycloak.rest.admin.disclosure;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.disclosure.Disclosure;
import io.agreements.keycloak.disclosure.ListedDisclosure;
import io.agreements.keycloak.ledger.details.DisclosureGround;
import io.agreements.keycloak.rest.SentJson;
import java.time.Instant;
import java.util.List;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * An entry of the register of disclosures. Times are milliseconds since 1970 in UTC. To register one, {@code userIds},
 * {@code recipient}, {@code ground}, {@code data}, {@code disclosedAt} and, where there is one, {@code reference}, {@code
 * notBefore} and {@code silenceGround} are sent; anything else is ignored then.
 *
 * @param userIds ids or names of the users it concerns, 1 to 1000; only sent
 * @param recipient who got the data, at most 255 characters
 * @param ground why that was lawful
 * @param data categories of data, 1 to 20 of at most 40 characters
 * @param disclosedAt when it was given
 * @param reference such as a file number, at most 255 characters
 * @param notBefore before when the users are not to be told; left out if they may be at once
 * @param silenceGround on what legal ground not, at most 255 characters; left out likewise
 * @param registeredBy user id of the administrator who registered it
 * @param administrator current name of that administrator; left out for one who is gone or whom an external store keeps
 * @param users how many users it concerns
 * @param told how many of them have been told
 * @param corrects id of the entry in the place of which it stands; left out if it stands in that of none
 * @param correctedBy id of the entry that stands in its place; left out if none does
 */
@JsonDeserialize(using = SentJson.class)
public record DisclosureRepresentation(
        String id,
        List<String> userIds,
        String recipient,
        DisclosureGround ground,
        List<String> data,
        Long disclosedAt,
        String reference,
        Long notBefore,
        String silenceGround,
        Long registeredAt,
        String registeredBy,
        String administrator,
        Long users,
        Long told,
        String corrects,
        String correctedBy) {

    static DisclosureRepresentation of(ListedDisclosure listed) {
        Disclosure disclosure = listed.disclosure();
        return new DisclosureRepresentation(
                disclosure.id(),
                null,
                disclosure.recipient(),
                disclosure.ground(),
                disclosure.data(),
                disclosure.disclosedAt().toEpochMilli(),
                disclosure.reference(),
                disclosure.notBefore() == null ? null : disclosure.notBefore().toEpochMilli(),
                disclosure.silence(),
                disclosure.registeredAt().toEpochMilli(),
                disclosure.registeredBy(),
                listed.administrator(),
                listed.users(),
                listed.told(),
                disclosure.corrects(),
                disclosure.correctedBy());
    }

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    Disclosure toDisclosure(String realmId, Instant now, String administrator) {
        Limits.requireLine("recipient", recipient);
        Limits.requireSeen("recipient", recipient);
        Limits.requireLine("reference", reference);
        Limits.requireSeen("reference", reference);
        Limits.requireLine("silenceGround", silenceGround);
        Limits.requireSeen("silenceGround", silenceGround);
        if (data != null) {
            data.forEach(category -> {
                if (category == null) {
                    throw new IllegalArgumentException("a category of data is missing");
                }
                Limits.requireLine("data", category);
                Limits.requireSeen("data", category);
            });
        }
        Instant end = moment("notBefore", notBefore);
        return new Disclosure(
                KeycloakModelUtils.generateId(),
                realmId,
                recipient,
                ground,
                data,
                moment("disclosedAt", disclosedAt),
                reference,
                end,
                silenceGround,
                now,
                administrator,
                null,
                null);
    }

    private static Instant moment(String name, Long millis) {
        Instant moment = millis == null ? null : Instant.ofEpochMilli(millis);
        Limits.requireMoment(name, moment);
        return moment;
    }
}
