package io.agreements.keycloak.rest.admin.conduct;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.conduct.Appeal;
import io.agreements.keycloak.conduct.Appeal.Answer;
import io.agreements.keycloak.conduct.Appeal.Outcome;
import io.agreements.keycloak.conduct.ListedRestriction;
import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.conduct.Restriction.End;
import io.agreements.keycloak.conduct.Restriction.Ending;
import io.agreements.keycloak.conduct.RestrictionGround;
import io.agreements.keycloak.conduct.RestrictionKind;
import io.agreements.keycloak.conduct.Restrictions.Wish;
import io.agreements.keycloak.conduct.Statement;
import io.agreements.keycloak.conduct.barred.BarredKind;
import io.agreements.keycloak.conduct.barred.BarredName;
import io.agreements.keycloak.rest.SentJson;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is imposed on a user. Times are milliseconds since 1970 in UTC. To impose something, {@code userId}, {@code kind},
 * {@code grounds}, {@code facts} and {@code article} are sent, and {@code until}, {@code appeal}, {@code attribute},
 * {@code barred} and {@code barredUntil} where they are to be; to change it, {@code edits}, {@code grounds}, {@code facts}, {@code article}, {@code appeal} and
 * {@code until}. Anything else is ignored then.
 *
 * @param userId id of the user
 * @param username current name of the user; left out for one whom an external store keeps
 * @param kind what it is
 * @param effect what it means now, told from the clock
 * @param grounds why, at least one
 * @param facts what happened, in words that the user reads, at most 2000 characters
 * @param article the article of the agreement or the law relied on, at most 255 characters
 * @param appeal where else the user can object, at most 500 characters; left out if that is nowhere but on the page
 * @param from since when
 * @param until of a {@code NOTICE} by when to correct; of a {@code SUSPENSION} when it is over, left out if somebody has to
 *     lift it; of a {@code TERMINATION} when the account is deleted, if it is left out after the realm's cooling-off time
 * @param attribute of a {@code NOTICE} the attribute that is to be corrected; once it is another one and valid, the notice is
 *     over
 * @param imposedBy user id of the administrator who imposed it
 * @param administrator current name of that administrator; left out for one who is gone or whom an external store keeps
 * @param endedAt when it was ended before its time; left out if it was not
 * @param ending by what it was ended before its time
 * @param endedBy user id of the administrator who lifted it; left out if none did
 * @param userAppeal what the user says against it; left out if that is nothing
 * @param barred of a {@code TERMINATION} what is kept from being registered again: {@code USERNAME}, {@code EMAIL},
 *     {@code PHONE}; left out if nothing is. Only a digest of it is kept
 * @param barredUntil until when that holds, within ten years
 * @param edits how often it was changed; a change names what was read
 */
@JsonDeserialize(using = SentJson.class)
public record RestrictionRepresentation(
        String id,
        String userId,
        String username,
        RestrictionKind kind,
        Effect effect,
        List<RestrictionGround> grounds,
        String facts,
        String article,
        String appeal,
        Long from,
        Long until,
        String attribute,
        String imposedBy,
        String administrator,
        Long endedAt,
        Ending ending,
        String endedBy,
        UserAppeal userAppeal,
        List<BarredKind> barred,
        Long barredUntil,
        Integer edits) {

    static RestrictionRepresentation of(ListedRestriction listed, List<BarredName> barred, Instant now) {
        Restriction restriction = listed.restriction();
        Optional<End> end = Optional.ofNullable(restriction.ended());
        return new RestrictionRepresentation(
                restriction.id(),
                restriction.userId(),
                listed.username(),
                restriction.kind(),
                restriction.effect(now),
                List.copyOf(restriction.statement().grounds()),
                restriction.statement().facts(),
                restriction.statement().article(),
                restriction.statement().appeal(),
                restriction.from().toEpochMilli(),
                restriction.until() == null ? null : restriction.until().toEpochMilli(),
                restriction.attribute(),
                restriction.imposedBy(),
                listed.administrator(),
                end.map(End::at).map(Instant::toEpochMilli).orElse(null),
                end.map(End::how).orElse(null),
                end.map(End::administratorId).orElse(null),
                UserAppeal.of(restriction.appeal()),
                barred.isEmpty()
                        ? null
                        : barred.stream()
                                .map(BarredName::kind)
                                .distinct()
                                .sorted()
                                .toList(),
                barred.isEmpty() ? null : barred.get(0).until().toEpochMilli(),
                restriction.changes());
    }

    /**
     * What the user says against a restriction, and what is said to that.
     *
     * @param text in the user's words
     * @param at when
     * @param outcome of the answer; left out while there is none
     * @param answer in the administrator's words; left out while there is none
     * @param answeredAt when; left out while there is none
     * @param answeredBy user id of the administrator; left out while there is none
     */
    @JsonDeserialize(using = SentJson.class)
    public record UserAppeal(String text, Long at, Outcome outcome, String answer, Long answeredAt, String answeredBy) {

        static UserAppeal of(Appeal appeal) {
            if (appeal == null) {
                return null;
            }
            Optional<Answer> answer = Optional.ofNullable(appeal.answer());
            return new UserAppeal(
                    appeal.text(),
                    appeal.at().toEpochMilli(),
                    answer.map(Answer::outcome).orElse(null),
                    answer.map(Answer::text).orElse(null),
                    answer.map(Answer::at).map(Instant::toEpochMilli).orElse(null),
                    answer.map(Answer::administratorId).orElse(null));
        }
    }

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    Wish toWish() {
        if (barred != null && barred.contains(null)) {
            throw new IllegalArgumentException("barred must not have null among them");
        }
        return new Wish(
                kind,
                toStatement(),
                moment("until", until),
                attribute == null || attribute.isBlank() ? null : attribute,
                barred == null ? Set.of() : Set.copyOf(barred),
                moment("barredUntil", barredUntil));
    }

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    Statement toStatement() {
        if (grounds != null && grounds.contains(null)) {
            throw new IllegalArgumentException("grounds must not have null among them");
        }
        return new Statement(
                grounds == null ? null : new HashSet<>(grounds),
                facts,
                article,
                appeal == null || appeal.isBlank() ? null : appeal);
    }

    Instant untilMoment() {
        return moment("until", until);
    }

    private static Instant moment(String name, Long millis) {
        Instant moment = millis == null ? null : Instant.ofEpochMilli(millis);
        Limits.requireMoment(name, moment);
        return moment;
    }
}
