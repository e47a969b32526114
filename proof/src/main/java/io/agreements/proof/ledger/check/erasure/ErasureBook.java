package io.agreements.proof.ledger.check.erasure;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.UserStores;
import io.agreements.proof.ledger.check.memory.HashTable;
import io.agreements.proof.ledger.check.stored.Group;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which erasures are on record. Of each that is about one user some thirty bytes are kept. */
public final class ErasureBook {

    /** Clocks of nodes differ, and what was being written when an account went is erased with it. */
    private static final long SLACK = 3_600_000;

    private static final int DELETED_AT = 0;
    private static final int EXPIRED_BEFORE = 1;
    private static final long NEVER = Long.MIN_VALUE;

    private final HashTable users = new HashTable(2);
    private final HashTable administrators = new HashTable(1);
    private final Map<String, Long> stores = new HashMap<>();
    private long anyStore = NEVER;
    private long realm = NEVER;
    private long expiredBefore = NEVER;
    private boolean namesAreKept;
    private boolean othersAreGone;

    private ErasureBook() {}

    /** Those in the log, or those that are still to come there. */
    public static ErasureBook read(LedgerSource source, boolean logged) {
        ErasureBook book = new ErasureBook();
        try (Rows rows = source.rows(Reading.erasures())) {
            while (rows.hasNext()) {
                Row row = rows.next();
                if ((row.numberOrNull("LOG_INDEX") != null) == logged) {
                    book.add(row);
                }
            }
        }
        if (logged) {
            book.addForeign(source);
        }
        return book;
    }

    private void addForeign(LedgerSource source) {
        try (Rows rows = source.rows(Reading.all(Table.FOREIGN_ERASURE))) {
            while (rows.hasNext()) {
                Row row = rows.next();
                String userId = row.text("USER_ID");
                if (userId == null) {
                    othersAreGone |= StoredRecord.details(row).containsKey("scope");
                } else if (UserStores.isPseudonym(userId)) {
                    administrators.findOrAdd(HashTable.hash(userId));
                } else {
                    namesAreKept = true;
                }
            }
        }
    }

    private void add(Row row) {
        Map<String, Object> details = StoredRecord.details(row);
        String userId = row.text("USER_ID");
        long at = row.number("OCCURRED_AT");
        if ("retention".equals(details.get("reason"))) {
            long before = details.get("before") instanceof Long number ? number : NEVER;
            if (userId == null) {
                expiredBefore = Math.max(expiredBefore, before);
            } else {
                raise(users.findOrAdd(HashTable.hash(userId)), EXPIRED_BEFORE, before);
            }
        } else if (userId != null) {
            raise(users.findOrAdd(HashTable.hash(userId)), DELETED_AT, at);
            if (details.get("groups") instanceof List<?> groups && groups.contains("actor")) {
                administrators.findOrAdd(HashTable.hash(userId));
                namesAreKept |= !UserStores.isPseudonym(userId);
            }
        } else if ("realm".equals(details.get("scope"))) {
            realm = Math.max(realm, at);
        } else {
            anyStore = Math.max(anyStore, at);
            if (details.get("userStoreId") instanceof String store) {
                stores.merge(store, at, Math::max);
            }
        }
    }

    private void raise(int place, int number, long value) {
        users.set(place, number, Math.max(users.get(place, number), value));
    }

    /** Whether an erasure that is on record took this from the record. */
    public boolean speaksOf(Group group, Row row) {
        long recordedAt = row.number("RECORDED_AT");
        if (reaches(realm, recordedAt)) {
            return true;
        }
        return switch (group) {
            case CONNECTION -> expired(row) || deleted(row);
            case SUBJECT -> deleted(row) || reaches(anyStore, recordedAt);
            case ACTOR -> actorIsGone(row);
            case IDENTITY, FREE_TEXT -> deleted(row);
        };
    }

    private boolean expired(Row row) {
        long occurredAt = row.number("OCCURRED_AT");
        return occurredAt < expiredBefore || ofUser(row, EXPIRED_BEFORE) > occurredAt;
    }

    private boolean deleted(Row row) {
        String userId = row.text("USER_ID");
        if (userId == null) {
            return false;
        }
        long recordedAt = row.number("RECORDED_AT");
        long own = ofUser(row, DELETED_AT);
        // A user who is gone decides nothing any more, while others may write about the user.
        if (own > 0 && (row.text("DECISION") == null || reaches(own, recordedAt))) {
            return true;
        }
        Optional<String> store = UserStores.storeOf(userId);
        // Of users a store had imported, or whose names are erased, nobody can tell the store any more.
        return reaches(store.map(id -> stores.getOrDefault(id, NEVER)).orElse(anyStore), recordedAt);
    }

    /** 0 if there is none. */
    private long ofUser(Row row, int number) {
        String userId = row.text("USER_ID");
        int place = userId == null ? -1 : users.find(HashTable.hash(userId));
        return place < 0 ? 0 : users.get(place, number);
    }

    private boolean actorIsGone(Row row) {
        String administratorId = row.text("ADMINISTRATOR_ID");
        return namesAreKept
                || othersAreGone
                || reaches(anyStore, row.number("RECORDED_AT"))
                || administratorId != null && administrators.find(HashTable.hash(administratorId)) >= 0;
    }

    private static boolean reaches(long erasedAt, long recordedAt) {
        return erasedAt != NEVER && recordedAt <= erasedAt + SLACK;
    }

    /** Whether some who are gone were erased together, so that the database has to tell whether they are gone. */
    public boolean needsKeycloak(Group group, Row row) {
        String userId = row.text("USER_ID");
        return group != Group.ACTOR
                && group != Group.CONNECTION
                && userId != null
                && UserStores.storeOf(userId).isEmpty()
                && !UserStores.isPseudonym(userId)
                && ofUser(row, DELETED_AT) == 0
                && !reaches(realm, row.number("RECORDED_AT"));
    }
}
