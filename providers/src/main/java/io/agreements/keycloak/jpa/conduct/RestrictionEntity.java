package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.conduct.Appeal;
import io.agreements.keycloak.conduct.Appeal.Answer;
import io.agreements.keycloak.conduct.Appeal.Outcome;
import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.Restriction.End;
import io.agreements.keycloak.conduct.Restriction.Ending;
import io.agreements.keycloak.conduct.RestrictionGround;
import io.agreements.keycloak.conduct.RestrictionKind;
import io.agreements.keycloak.conduct.Statement;
import io.agreements.keycloak.jpa.Prefixes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Nationalized;

/** What is imposed on a user. */
@Entity
@Table(name = "AGR_RESTRICTION")
@NamedQuery(
        name = RestrictionEntity.NOT_ENDED_BY_USER,
        query = "select r from RestrictionEntity r where r.userId = :userId and r.realmId = :realmId"
                + " and r.endedAt is null")
@NamedQuery(
        name = RestrictionEntity.NOT_ENDED_BY_REALM,
        query = "select r.id from RestrictionEntity r where r.realmId = :realmId and r.endedAt is null")
@NamedQuery(
        name = RestrictionEntity.WITH_NAMES,
        query = RestrictionEntity.SELECT_WITH_NAMES + " where r.id = :id and r.realmId = :realmId")
@NamedQuery(
        name = RestrictionEntity.CHANGE,
        query = "update RestrictionEntity r set r.grounds = :grounds, r.facts = :facts, r.article = :article,"
                + " r.appeal = :appeal, r.until = :until, r.due = :due, r.changes = r.changes + 1"
                + " where r.id = :id and r.changes = :changes and r.endedAt is null")
@NamedQuery(
        name = RestrictionEntity.END,
        query = "update RestrictionEntity r set r.endedAt = :endedAt, r.ending = :ending, r.endedBy = :endedBy,"
                + " r.due = null"
                + " where r.id = :id and r.endedAt is null")
@NamedQuery(
        name = RestrictionEntity.DUE,
        query = "select r from RestrictionEntity r where r.due <= :now"
                + " and (r.due > :lastDue or (r.due = :lastDue and r.id > :lastId)) order by r.due, r.id")
@NamedQuery(
        name = RestrictionEntity.MISS,
        query = "update RestrictionEntity r set r.due = null where r.id = :id and r.due = :due and r.due <= :now")
@NamedQuery(
        name = RestrictionEntity.APPEAL,
        query = "update RestrictionEntity r set r.appealText = :text, r.appealedAt = :at"
                + " where r.id = :id and r.appealedAt is null and r.endedAt is null")
@NamedQuery(
        name = RestrictionEntity.ANSWER,
        query = "update RestrictionEntity r set r.appealOutcome = :outcome, r.appealAnswer = :text,"
                + " r.answeredAt = :at, r.answeredBy = :administrator"
                + " where r.id = :id and r.appealedAt is not null and r.answeredAt is null")
@NamedQuery(
        name = RestrictionEntity.DELETE_BY_USERS,
        query = "delete from RestrictionEntity r where r.userId in :userIds and r.realmId = :realmId")
@NamedQuery(
        name = RestrictionEntity.DELETE_USERS_GONE,
        query = "delete from RestrictionEntity r where r.realmId = :realmId and (r.userId like :storePrefix"
                + Prefixes.ESCAPE
                + " or (r.userId not like 'f:%' and not exists (select u.id from UserEntity u where u.id = r.userId)))")
@NamedQuery(
        name = RestrictionEntity.DELETE_BY_REALM,
        query = "delete from RestrictionEntity r where r.realmId = :realmId")
public class RestrictionEntity {

    static final String NOT_ENDED_BY_USER = "agreements.restrictionsNotEndedByUser";
    static final String NOT_ENDED_BY_REALM = "agreements.restrictionsNotEndedByRealm";
    static final String WITH_NAMES = "agreements.restrictionWithNames";
    static final String CHANGE = "agreements.changeRestriction";
    static final String END = "agreements.endRestriction";
    static final String DUE = "agreements.restrictionsDue";
    static final String MISS = "agreements.missRestriction";
    static final String APPEAL = "agreements.appealRestriction";
    static final String ANSWER = "agreements.answerRestriction";
    static final String DELETE_BY_USERS = "agreements.deleteRestrictionsByUsers";
    static final String DELETE_USERS_GONE = "agreements.deleteRestrictionsOfUsersGone";
    static final String DELETE_BY_REALM = "agreements.deleteRestrictionsByRealm";

    /** Administrators are often users of another realm; ids are unique among all. */
    static final String SELECT_WITH_NAMES = "select r, u.username, a.username from RestrictionEntity r"
            + " left join UserEntity u on u.id = r.userId left join UserEntity a on a.id = r.imposedBy";

    private static final String SEPARATOR = ",";

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "USER_ID", length = 255, nullable = false)
    String userId;

    @Column(name = "KIND", length = 16, nullable = false)
    String kind;

    /** Their names, with commas between. */
    @Column(name = "GROUNDS", length = 500, nullable = false)
    String grounds;

    @Nationalized
    @Column(name = "FACTS", length = Statement.FACTS_LENGTH, nullable = false)
    String facts;

    @Nationalized
    @Column(name = "ARTICLE", length = Statement.ARTICLE_LENGTH, nullable = false)
    String article;

    @Nationalized
    @Column(name = "APPEAL", length = Statement.APPEAL_LENGTH)
    String appeal;

    @Column(name = "FROM_AT", nullable = false)
    long from;

    @Column(name = "UNTIL_AT")
    Long until;

    /** When a notice becomes a suspension; null once that is taken note of, once it is over, and if it is none. */
    @Column(name = "DUE_AT")
    Long due;

    @Column(name = "ATTRIBUTE", length = Restriction.ATTRIBUTE_LENGTH)
    String attribute;

    /** What the attribute was when it was imposed: a digest. */
    @Column(name = "ATTRIBUTE_DIGEST", length = 32)
    String attributeDigest;

    @Column(name = "IMPOSED_BY", length = 255, nullable = false)
    String imposedBy;

    @Column(name = "ENDED_AT")
    Long endedAt;

    @Column(name = "ENDING", length = 16)
    String ending;

    @Column(name = "ENDED_BY", length = 255)
    String endedBy;

    @Nationalized
    @Column(name = "APPEAL_TEXT", length = Appeal.TEXT_LENGTH)
    String appealText;

    @Column(name = "APPEALED_AT")
    Long appealedAt;

    @Column(name = "APPEAL_OUTCOME", length = 16)
    String appealOutcome;

    @Nationalized
    @Column(name = "APPEAL_ANSWER", length = Appeal.TEXT_LENGTH)
    String appealAnswer;

    @Column(name = "ANSWERED_AT")
    Long answeredAt;

    @Column(name = "ANSWERED_BY", length = 255)
    String answeredBy;

    @Column(name = "CHANGES", nullable = false)
    int changes;

    /** One that nobody has ended. */
    static RestrictionEntity of(Restriction restriction) {
        RestrictionEntity entity = new RestrictionEntity();
        entity.id = restriction.id();
        entity.realmId = restriction.realmId();
        entity.userId = restriction.userId();
        entity.kind = restriction.kind().name();
        entity.grounds = grounds(restriction.statement());
        entity.facts = restriction.statement().facts();
        entity.article = restriction.statement().article();
        entity.appeal = restriction.statement().appeal();
        entity.from = restriction.from().toEpochMilli();
        entity.until = millis(restriction.until());
        entity.due = due(restriction);
        entity.attribute = restriction.attribute();
        entity.attributeDigest = restriction.attributeDigest();
        entity.imposedBy = restriction.imposedBy();
        entity.changes = restriction.changes();
        return entity;
    }

    static String grounds(Statement statement) {
        return statement.grounds().stream().map(RestrictionGround::name).collect(Collectors.joining(SEPARATOR));
    }

    static Long millis(Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }

    static Long due(Restriction restriction) {
        return restriction.kind() == RestrictionKind.NOTICE ? millis(restriction.until()) : null;
    }

    Restriction toRestriction() {
        Set<RestrictionGround> why = Arrays.stream(grounds.split(SEPARATOR))
                .map(RestrictionGround::valueOf)
                .collect(Collectors.toSet());
        return new Restriction(
                id,
                realmId,
                userId,
                RestrictionKind.valueOf(kind),
                new Statement(why, facts, article, appeal),
                Instant.ofEpochMilli(from),
                until == null ? null : Instant.ofEpochMilli(until),
                attribute,
                attributeDigest,
                imposedBy,
                endedAt == null ? null : new End(Instant.ofEpochMilli(endedAt), Ending.valueOf(ending), endedBy),
                appealedAt == null
                        ? null
                        : new Appeal(
                                appealText, Instant.ofEpochMilli(appealedAt), answeredAt == null ? null : answer()),
                changes);
    }

    private Answer answer() {
        return new Answer(Outcome.valueOf(appealOutcome), appealAnswer, Instant.ofEpochMilli(answeredAt), answeredBy);
    }
}
