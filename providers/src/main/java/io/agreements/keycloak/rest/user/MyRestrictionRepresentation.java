package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.conduct.Appeal;
import io.agreements.keycloak.conduct.Appeal.Answer;
import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.conduct.Restriction.End;
import io.agreements.keycloak.conduct.RestrictionGround;
import io.agreements.keycloak.conduct.RestrictionKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is, or was, imposed on the user. Times are milliseconds since 1970 in UTC.
 *
 * @param effect what it means now
 * @param grounds why
 * @param facts what happened, in the operator's words
 * @param article the article of the agreement or the law relied on
 * @param appeal where else to object; left out if that is nowhere but on the page shown at sign-in
 * @param from since when
 * @param until its date; left out if it has none
 * @param attribute what is to be corrected; left out if that is no single attribute
 * @param myAppeal what the user has said against it; left out if that is nothing
 * @param answer what was said to that; left out if nothing was
 * @param endedAt when it was ended before its time; left out if it was not
 */
public record MyRestrictionRepresentation(
        String id,
        RestrictionKind kind,
        Effect effect,
        List<RestrictionGround> grounds,
        String facts,
        String article,
        String appeal,
        long from,
        Long until,
        String attribute,
        String myAppeal,
        String answer,
        Long endedAt) {

    static MyRestrictionRepresentation of(Restriction restriction, Instant now) {
        Optional<Appeal> appeal = Optional.ofNullable(restriction.appeal());
        return new MyRestrictionRepresentation(
                restriction.id(),
                restriction.kind(),
                restriction.effect(now),
                List.copyOf(restriction.statement().grounds()),
                restriction.statement().facts(),
                restriction.statement().article(),
                restriction.statement().appeal(),
                restriction.from().toEpochMilli(),
                restriction.until() == null ? null : restriction.until().toEpochMilli(),
                restriction.attribute(),
                appeal.map(Appeal::text).orElse(null),
                appeal.map(Appeal::answer).map(Answer::text).orElse(null),
                Optional.ofNullable(restriction.ended())
                        .map(End::at)
                        .map(Instant::toEpochMilli)
                        .orElse(null));
    }
}
