package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.jpa.HexBytes;
import io.agreements.keycloak.jpa.Prefixes;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.hibernate.annotations.Nationalized;

@Entity
@Table(name = "AGR_RECORD")
@NamedQuery(
        name = RecordEntity.USERNAMES,
        query = "select distinct r.userId, r.username from RecordEntity r where r.realmId = :realmId"
                + " and r.userId in :userIds and r.username is not null")
@NamedQuery(
        name = RecordEntity.COUNT_BY_USERS,
        query = "select r.userId, count(r) from RecordEntity r where r.realmId = :realmId and r.userId in :userIds and "
                + RecordEntity.IDENTIFIES + " group by r.userId")
@NamedQuery(
        name = RecordEntity.ERASE_BY_USERS,
        query = RecordEntity.ERASE + " where r.realmId = :realmId and r.userId in :userIds and "
                + RecordEntity.IDENTIFIES)
@NamedQuery(
        name = RecordEntity.ERASE_FREE_BY_USER,
        query = RecordEntity.ERASE + " where r.realmId = :realmId and r.userId = :userId and " + RecordEntity.IDENTIFIES
                + " and " + RecordEntity.UP_TO_DEPARTURE + " and " + RecordEntity.FREE)
@NamedQuery(
        name = RecordEntity.ERASE_FREE_BY_REALM,
        query = RecordEntity.ERASE + " where r.realmId = :realmId and " + RecordEntity.IDENTIFIES + " and "
                + RecordEntity.FREE)
@NamedQuery(
        name = RecordEntity.ERASE_BETWEEN,
        query = RecordEntity.ERASE + " where " + RecordEntity.BETWEEN + " and " + RecordEntity.IDENTIFIES)
@NamedQuery(
        name = RecordEntity.ERASE_UNKEPT_BETWEEN,
        query = RecordEntity.ERASE + " where " + RecordEntity.BETWEEN + " and " + RecordEntity.IDENTIFIES + " and not "
                + RecordEntity.KEPT)
@NamedQuery(
        name = RecordEntity.TO_ERASE_BY_REALM,
        query = "select count(t.id), sum(t.identifies) from (select r.id as id, case when " + RecordEntity.IDENTIFIES
                + " then 1 else 0 end as identifies from RecordEntity r where r.realmKey = :realmKey"
                + " and r.realmId = :realmId order by r.occurredAt limit :most) t")
@NamedQuery(
        name = RecordEntity.LAST_AT,
        query = "select max(r.occurredAt) from RecordEntity r where r.realmKey = :realmKey and r.realmId = :realmId")
@NamedQuery(
        name = RecordEntity.TIMES_BETWEEN,
        query = "select r.occurredAt from RecordEntity r where " + RecordEntity.BETWEEN + " order by r.occurredAt")
@NamedQuery(
        name = RecordEntity.ERASE_USERS_GONE,
        query = RecordEntity.ERASE + " where r.realmId = :realmId and " + RecordEntity.IDENTIFIES + " and "
                + RecordEntity.OF_STORE)
@NamedQuery(
        name = RecordEntity.ERASE_FREE_USERS_GONE,
        query = RecordEntity.ERASE + " where r.realmId = :realmId and " + RecordEntity.IDENTIFIES + " and "
                + RecordEntity.OF_STORE + " and " + RecordEntity.FREE)
@NamedQuery(
        name = RecordEntity.RENAME,
        query = "update RecordEntity r set r.userId = :pseudonym, r.subjectSalt = null"
                + " where r.userId = :userId and r.realmId = :realmId")
@NamedQuery(
        name = RecordEntity.RENAME_ADMINISTRATOR,
        query = "update RecordEntity r set r.administratorId = :pseudonym, r.actorSalt = null"
                + " where r.administratorId = :userId")
@NamedQuery(
        name = RecordEntity.ACTS,
        query = "select r.realmId, count(r) from RecordEntity r where r.administratorId = :userId group by r.realmId")
@NamedQuery(
        name = RecordEntity.RENAME_FREE,
        query = "update RecordEntity r set r.userId = :pseudonym, r.subjectSalt = null"
                + " where r.userId = :userId and r.realmId = :realmId and "
                + RecordEntity.UP_TO_DEPARTURE + " and not " + RecordEntity.DEPARTURE + " and " + RecordEntity.FREE)
@NamedQuery(
        name = RecordEntity.RENAME_DEPARTURE,
        query = "update RecordEntity r set r.userId = :pseudonym, r.subjectSalt = null"
                + " where r.userId = :userId and r.realmId = :realmId and " + RecordEntity.DEPARTURE)
@NamedQuery(
        name = RecordEntity.HELD_OF_USER,
        query = "select r.id from RecordEntity r where r.userId = :userId and r.realmId = :realmId and "
                + RecordEntity.HELD)
@NamedQuery(
        name = RecordEntity.IDENTIFYING,
        query = "select r.id from RecordEntity r where r.userId = :userId and r.realmId = :realmId and "
                + RecordEntity.UP_TO_DEPARTURE + " and " + RecordEntity.IDENTIFIES)
@NamedQuery(
        name = RecordEntity.NAMING,
        query = "select r.id from RecordEntity r where r.userId = :userId and r.realmId = :realmId and "
                + RecordEntity.UP_TO_DEPARTURE + " and not " + RecordEntity.DEPARTURE)
@NamedQuery(
        name = RecordEntity.UNINDEXED,
        query = "select r from RecordEntity r where r.realmId = :realmId and r.logIndex is null and "
                + RecordEntity.FIT)
@NamedQuery(
        name = RecordEntity.UNFIT,
        query = "select r.id from RecordEntity r where r.realmId = :realmId and r.logIndex is null and not "
                + RecordEntity.FIT + " order by r.id")
@NamedQuery(
        name = RecordEntity.DECISIONS_ALIKE,
        query = "select d.wordingDigest, r.wordingDigest, r.decision, count(r), min(r.occurredAt), max(r.occurredAt),"
                + " min(r.logIndex) from RecordEntity r left join CommonEntity d on d.key = r.commonKey"
                + " where r.listKey = :listKey and r.realmId = :realmId and r.agreementKey = :agreementKey"
                + " and r.versionNumber = :version and r.decision is not null"
                + " group by d.wordingDigest, r.wordingDigest, r.decision")
@NamedQuery(
        name = RecordEntity.IDS_AT,
        query = "select r.logIndex, r.id from RecordEntity r where r.realmId = :realmId and r.logIndex in :indexes")
@NamedQuery(name = RecordEntity.BY_ID, query = RecordReading.SELECT + "r.id = :id and r.realmId = :realmId")
@NamedQuery(name = RecordEntity.LATEST_DECISIONS, query = RecordEntity.LATEST)
@NamedQuery(name = RecordEntity.LATEST_DECISIONS_UP_TO, query = RecordEntity.LATEST + " and r.userId <= :last")
public class RecordEntity {

    public static final String BY_ID = "agreements.recordById";
    public static final String LATEST_DECISIONS = "agreements.latestDecisions";
    public static final String LATEST_DECISIONS_UP_TO = "agreements.latestDecisionsUpTo";

    static final String DECISIONS_ALIKE = "agreements.decisionsAlike";
    static final String IDS_AT = "agreements.idsOfRecordsAt";

    static final String LATEST = RecordReading.SELECT + "r.realmId = :realmId and r.userId > :after"
            + " and r.decision is not null and (r.username is not null or r.sessionId is not null)"
            + " and not exists (select l.id from RecordEntity l where l.userId = r.userId and l.realmId = r.realmId"
            + " and l.decision is not null and l.agreementKey = r.agreementKey and l.occurredAt > r.occurredAt)";

    public static final String ERASE_FREE_BY_USER = "agreements.eraseFreeRecordsByUser";
    public static final String ERASE_FREE_BY_REALM = "agreements.eraseFreeRecordsByRealm";
    public static final String ERASE_FREE_USERS_GONE = "agreements.eraseFreeRecordsOfUsersGone";
    public static final String RENAME_FREE = "agreements.renameUserOfFreeRecords";
    public static final String RENAME_DEPARTURE = "agreements.renameUserOfDeparture";
    public static final String HELD_OF_USER = "agreements.heldRecordsOfUser";
    public static final String IDENTIFYING = "agreements.identifyingRecordsOfUser";
    public static final String NAMING = "agreements.recordsNamingUser";

    static final String UNINDEXED = "agreements.recordsNotInLog";
    static final String UNFIT = "agreements.recordsNoLogCanHave";

    /**
     * Which records can be written down as a log has them (see {@code docs/ledger-format.md}): moments below 2^53, and words
     * that are known. Others the product did not write.
     */
    static final String FIT = "(r.occurredAt > -9007199254740992L and r.occurredAt < 9007199254740992L"
            + " and r.recordedAt > -9007199254740992L and r.recordedAt < 9007199254740992L"
            + " and r.type in :types and (r.decision is null or r.decision in :decisions)"
            + " and (r.method is null or r.method in :methods))";

    public static final String RENAME = "agreements.renameUserOfRecords";
    public static final String ACTS = "agreements.recordsOfActsByRealm";
    public static final String RENAME_ADMINISTRATOR = "agreements.renameAdministratorOfRecords";

    public static final String USERNAMES = "agreements.usernamesOfRecordsByUsers";
    public static final String COUNT_BY_USERS = "agreements.countIdentifyingRecordsByUsers";
    public static final String ERASE_BY_USERS = "agreements.eraseRecordsByUsers";
    public static final String ERASE_BETWEEN = "agreements.eraseRecordsBetween";
    public static final String ERASE_UNKEPT_BETWEEN = "agreements.eraseRecordsBetweenUnlessKept";
    public static final String LAST_AT = "agreements.timeOfLastRecord";
    public static final String TO_ERASE_BY_REALM = "agreements.recordsToEraseByRealm";
    public static final String ERASE_USERS_GONE = "agreements.eraseRecordsOfUsersGone";

    public static final String TIMES_BETWEEN = "agreements.timesOfRecordsBetween";

    public static final String BETWEEN =
            "r.realmKey = :realmKey and r.realmId = :realmId and r.occurredAt >= :from" + " and r.occurredAt < :to";

    static final String ERASE =
            "update RecordEntity r set r.username = null, r.sessionId = null, r.identitySalt = null,"
                    + " r.freeText = null, r.freeTextSalt = null";
    public static final String OF_STORE =
            "(r.userId like :storePrefix" + Prefixes.ESCAPE + " or (r.userId not like 'f:%' and"
                    + " not exists (select u.id from UserEntity u where u.id = r.userId)))";

    /** What a hold itself leaves on record after its user is gone is about that user too. */
    static final String UP_TO_DEPARTURE = "(r.occurredAt <= :goneAt or r.type = 'HOLD')";

    /**
     * What says that the user went. It has the name for as long as a hold keeps that in other records: nothing else tells
     * whoever verifies the ledger why the standing and whatever else was the user's is gone.
     */
    static final String DEPARTURE = "(r.type = 'DELETION' and r.occurredAt = :goneAt)";

    private static final String OF_USER =
            "exists (select h.id from HoldEntity h where h.realmId = r.realmId and h.userId = r.userId and ";
    private static final String OF_AGREEMENT =
            "exists (select h.id from HoldEntity h where h.realmId = r.realmId and h.agreementKey = r.agreementKey and ";
    private static final String HOLD_OF_USER = OF_USER + "h.endedAt is null)";
    private static final String HOLD_OF_AGREEMENT = OF_AGREEMENT + "h.endedAt is null)";

    /** Which records a hold keeps. */
    static final String HELD = "(" + HOLD_OF_USER + " or " + HOLD_OF_AGREEMENT + ")";

    /** Which records a hold keeps, or has kept until what it kept is carried out. */
    public static final String KEPT = "(" + OF_USER + "h.settled = false) or " + OF_AGREEMENT + "h.settled = false))";

    /** Which records no hold keeps. */
    public static final String FREE = "not " + HOLD_OF_USER + " and not " + HOLD_OF_AGREEMENT;

    public static final String IDENTIFIES = "(r.identitySalt is not null or r.freeTextSalt is not null"
            + " or exists (select c.recordId from ConnectionEntity c where " + ConnectionEntity.OF_RECORD + "))";

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    /** By which records of the realm are found. */
    @Column(name = "REALM_KEY", nullable = false)
    long realmKey;

    /** By which records are found that are listed together. */
    @Column(name = "LIST_KEY", nullable = false)
    long listKey;

    /** Where it has what it has in common with others; null where it has that itself. */
    @Column(name = "COMMON_KEY")
    Long commonKey;

    @Column(name = "USER_ID", length = 255)
    String userId;

    @Column(name = "TYPE", length = 16, nullable = false)
    String type;

    @Column(name = "AGREEMENT_KEY", length = 64)
    String agreementKey;

    @Column(name = "VERSION_NUMBER")
    Integer versionNumber;

    @Column(name = "LOCALE", length = 35)
    String locale;

    @Convert(converter = HexBytes.class)
    @Column(name = "TEXT_DIGEST", length = 32)
    String textDigest;

    @Column(name = "DECISION", length = 16)
    String decision;

    @Column(name = "METHOD", length = 16)
    String method;

    @Column(name = "CLIENT_ID", length = 255)
    String clientId;

    @Column(name = "OCCURRED_AT", nullable = false)
    long occurredAt;

    @Column(name = "RECORDED_AT", nullable = false)
    long recordedAt;

    @Convert(converter = HexBytes.class)
    @Column(name = "WORDING_DIGEST", length = 32)
    String wordingDigest;

    @Convert(converter = HexBytes.class)
    @Column(name = "SETTINGS_DIGEST", length = 32)
    String settingsDigest;

    @Column(name = "END_REACHED")
    Boolean endReached;

    @Column(name = "DIFF_FROM")
    Integer diffFrom;

    @Nationalized
    @Column(name = "DETAILS")
    String details;

    @Convert(converter = HexBytes.class)
    @Column(name = "SUBJECT_SALT", length = 16)
    String subjectSalt;

    @Convert(converter = HexBytes.class)
    @Column(name = "SUBJECT_COMMITMENT", length = 32)
    String subjectCommitment;

    @Nationalized
    @Column(name = "USERNAME", length = 255)
    String username;

    @Column(name = "SESSION_ID", length = 255)
    String sessionId;

    @Convert(converter = HexBytes.class)
    @Column(name = "IDENTITY_SALT", length = 16)
    public String identitySalt;

    @Convert(converter = HexBytes.class)
    @Column(name = "IDENTITY_COMMITMENT", length = 32)
    String identityCommitment;

    /** Where it came from, as long as that is kept; put in and looked up by the ledger. */
    @Transient
    public ConnectionEntity connection;

    @Convert(converter = HexBytes.class)
    @Column(name = "CONNECTION_COMMITMENT", length = 32)
    String connectionCommitment;

    @Column(name = "ADMINISTRATOR_ID", length = 255)
    String administratorId;

    @Convert(converter = HexBytes.class)
    @Column(name = "ACTOR_SALT", length = 16)
    String actorSalt;

    @Convert(converter = HexBytes.class)
    @Column(name = "ACTOR_COMMITMENT", length = 32)
    String actorCommitment;

    @Nationalized
    @Column(name = "FREE_TEXT")
    String freeText;

    @Convert(converter = HexBytes.class)
    @Column(name = "FREE_TEXT_SALT", length = 16)
    public String freeTextSalt;

    @Convert(converter = HexBytes.class)
    @Column(name = "FREE_TEXT_COMMITMENT", length = 32)
    String freeTextCommitment;

    /** By which a column that was changed is told from its neighbours. */
    @Convert(converter = HexBytes.class)
    @Column(name = "FIELD_CHECKS", length = 80)
    String fieldChecks;

    /** Where the record stands in its realm's log; null until it is there. Given by the log alone. */
    @Column(name = "LOG_INDEX", insertable = false, updatable = false)
    public Long logIndex;
}
