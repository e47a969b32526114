package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.language.Direction;
import io.agreements.keycloak.ledger.Decision;

/**
 * Where the user stands with an agreement. Times are milliseconds since 1970 in UTC.
 *
 * @param title in the language asked for
 * @param locale language tag of the title
 * @param direction in which the title is written, by its language
 * @param decision the latest; left out if the user never decided
 * @param version number of the version decided on
 * @param decidedLocale language tag of the text that was shown
 * @param decidedAt when
 * @param recordId id of the record of it
 * @param inForce number of the version in force; left out if there is none
 * @param open number of the version that may be accepted now; left out if there is none
 * @param owed whether there is no service without accepting that one
 * @param url address of the version decided on, as it was
 * @param changesUrl address of what has changed since; left out if nothing has
 */
public record MyAgreementRepresentation(
        String key,
        Requirement requirement,
        String title,
        String locale,
        Direction direction,
        Decision decision,
        Integer version,
        String decidedLocale,
        Long decidedAt,
        String recordId,
        Integer inForce,
        Integer open,
        boolean owed,
        String url,
        String changesUrl) {}
