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
import io.agreements.proof.ledger.check.stored.StoredRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which erasures are on record, and what each of them took: of whom, which groups, from records of which time, and not from what
 * a legal hold kept then. Of each that is about one user some forty bytes are kept.
 */
public final class ErasureBook {

    private static final int AT = 0;
    private static final int FLAGS = 1;

    /** Records that say that the user went get the pseudonym besides, once no hold keeps the name. */
    private static final String DEPARTURE = "DELETION";

    private static final int FOUND = 0;
    private static final int SPOKEN_OF = 1;

    /** What an export has in the place of the time of an erasure in another realm. */
    private static final long UNTOLD = 0;

    /** Of those of whom there are several, all are in {@link #several}. */
    private static final long SEVERAL = -1;

    private final HoldBook holds;
    private final HashTable users = new HashTable(2);
    private final Map<String, List<Deletion>> several = new HashMap<>();
    private final Map<String, Expiries> expiriesOfUsers = new HashMap<>();
    private final Expiries expiries = new Expiries();
    /** How many records have each pseudonym, and how many its erasures speak of. */
    private final HashTable pseudonyms = new HashTable(2);

    private final HashTable administrators = new HashTable(1);
    private final List<OfStore> stores = new ArrayList<>();
    private final List<Deletion> realm = new ArrayList<>();

    /** Up to when administrators have gone of whom nobody can tell any more who they were, in ms. */
    private long othersAreGoneUntil = Long.MIN_VALUE;

    private ErasureBook(HoldBook holds) {
        this.holds = holds;
    }

    /** Those in the log, or those that are still to come there. */
    public static ErasureBook read(LedgerSource source, boolean logged) {
        ErasureBook book = new ErasureBook(HoldBook.read(source));
        StoredRecords.each(source, Reading.erasures(), row -> {
            if ((row.numberOrNull("LOG_INDEX") != null) == logged) {
                book.add(row);
            }
        });
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
                if (userId != null || StoredRecord.details(row).containsKey("scope")) {
                    addAdministrator(
                            userId, row.number("OCCURRED_AT") == UNTOLD ? Long.MAX_VALUE : row.number("OCCURRED_AT"));
                }
            }
        }
    }

    private void add(Row row) {
        Map<String, Object> details = StoredRecord.details(row);
        String userId = row.text("USER_ID");
        Deletion deletion = Deletion.of(row, details);
        if ("retention".equals(details.get("reason"))) {
            if (details.get("before") instanceof Long before && deletion.has(Group.CONNECTION)) {
                (userId == null ? expiries : expiriesOfUsers.computeIfAbsent(userId, any -> new Expiries()))
                        .add(deletion.at(), before);
            }
        } else if (userId != null) {
            add(userId, deletion);
            if (UserStores.isPseudonym(userId) && deletion.has(Group.SUBJECT)) {
                addPseudonym(userId, details.get("records") instanceof Long records ? records : Integer.MAX_VALUE);
            }
            if (deletion.has(Group.ACTOR)) {
                addAdministrator(userId, deletion.at());
            }
        } else if ("realm".equals(details.get("scope"))) {
            realm.add(deletion.ofRealm());
        } else {
            stores.add(new OfStore(details.get("userStoreId") instanceof String store ? store : "", deletion));
        }
    }

    private void addPseudonym(String userId, long records) {
        int place = pseudonyms.findOrAdd(HashTable.hash(userId));
        pseudonyms.set(place, SPOKEN_OF, pseudonyms.get(place, SPOKEN_OF) + records);
    }

    /**
     * Whether more records have the pseudonym that this one has in the place of a name than erasures gave it to. It is asked of
     * each record once. With a realm names are erased of which no record speaks by itself.
     *
     * @param waiting erasures that are still to come into the log
     */
    public boolean isOneTooMany(Row record, ErasureBook waiting) {
        String userId = record.text("USER_ID");
        boolean isErased = userId != null
                && UserStores.isPseudonym(userId)
                && record.bytes(Group.SUBJECT.saltColumn()) == null
                && record.bytes(Group.SUBJECT.commitmentColumn()) != null
                && !DEPARTURE.equals(record.text("TYPE"));
        int place = isErased && realm.isEmpty() ? pseudonyms.find(HashTable.hash(userId)) : -1;
        if (place < 0) {
            return false;
        }
        pseudonyms.set(place, FOUND, pseudonyms.get(place, FOUND) + 1);
        int more = waiting.pseudonyms.find(HashTable.hash(userId));
        return pseudonyms.get(place, FOUND)
                > pseudonyms.get(place, SPOKEN_OF) + (more < 0 ? 0 : waiting.pseudonyms.get(more, SPOKEN_OF));
    }

    /** @param userId null for many */
    private void addAdministrator(String userId, long at) {
        if (userId == null || !UserStores.isPseudonym(userId)) {
            othersAreGoneUntil = Math.max(othersAreGoneUntil, at);
            return;
        }
        long hash = HashTable.hash(userId);
        long before =
                administrators.find(hash) < 0 ? Long.MIN_VALUE : administrators.get(administrators.find(hash), AT);
        administrators.set(administrators.findOrAdd(hash), AT, Math.max(before, at));
    }

    private void add(String userId, Deletion deletion) {
        int place = users.findOrAdd(HashTable.hash(userId));
        long flags = users.get(place, FLAGS);
        if (flags == 0) {
            users.set(place, AT, deletion.at());
            users.set(place, FLAGS, deletion.flags());
            return;
        }
        if (flags != SEVERAL) {
            several.put(userId, new ArrayList<>(List.of(Deletion.of(users.get(place, AT), flags))));
            users.set(place, FLAGS, SEVERAL);
        }
        several.computeIfAbsent(userId, any -> new ArrayList<>()).add(deletion);
    }

    /** Whether an erasure that is on record took this from the record. */
    public boolean speaksOf(Group group, Row row) {
        if (realm.stream().anyMatch(one -> one.covers(group, row, holds))) {
            return true;
        }
        return switch (group) {
            case CONNECTION -> expired(row) || deleted(group, row);
            case SUBJECT -> own(row).stream().anyMatch(one -> one.covers(group, row, holds));
            case ACTOR -> actorIsGone(row);
            case IDENTITY, FREE_TEXT -> deleted(group, row);
        };
    }

    /** Whether a legal hold keeps the record, so that nothing of it may be erased. */
    boolean isHeld(Row row) {
        return holds.keeps(row);
    }

    private boolean expired(Row row) {
        Expiries ofUser = row.text("USER_ID") == null ? null : expiriesOfUsers.get(row.text("USER_ID"));
        return expiries.cover(row, holds) || ofUser != null && ofUser.cover(row, holds);
    }

    private boolean deleted(Group group, Row row) {
        String userId = row.text("USER_ID");
        if (userId == null) {
            return false;
        }
        if (own(row).stream().anyMatch(one -> one.covers(group, row, holds) || one.precedes(group, row))) {
            return true;
        }
        // Of users a store had imported, or whose names are erased, nobody can tell the store any more.
        return UserStores.storeOf(userId)
                .map(store -> stores.stream()
                        .anyMatch(one -> one.storeId.equals(store) && one.deletion.covers(group, row, holds)))
                .orElseGet(() -> ofAnyStore(group, row) || writtenBehindAnyStore(group, row));
    }

    /** Of users whom a store had imported nothing is kept that is written about them once they are gone. */
    private boolean writtenBehindAnyStore(Group group, Row row) {
        return !UserStores.isPseudonym(row.text("USER_ID"))
                && own(row).isEmpty()
                && stores.stream().anyMatch(one -> one.deletion.precedes(group, row));
    }

    private boolean ofAnyStore(Group group, Row row) {
        return stores.stream().anyMatch(one -> one.deletion.covers(group, row, holds));
    }

    /** Those of the user whom the record is about. */
    private List<Deletion> own(Row row) {
        String userId = row.text("USER_ID");
        int place = userId == null ? -1 : users.find(HashTable.hash(userId));
        if (place < 0) {
            return List.of();
        }
        long flags = users.get(place, FLAGS);
        return flags == SEVERAL
                ? several.getOrDefault(userId, List.of())
                : List.of(Deletion.of(users.get(place, AT), flags));
    }

    /** Names of administrators are kept by no hold, and given up in all realms at once. */
    private boolean actorIsGone(Row row) {
        String administratorId = row.text("ADMINISTRATOR_ID");
        int place = administratorId == null ? -1 : administrators.find(HashTable.hash(administratorId));
        return Deletion.isUpTo(othersAreGoneUntil, row)
                || ofAnyStore(Group.ACTOR, row)
                || place >= 0 && Deletion.isUpTo(administrators.get(place, AT), row);
    }

    /** Whether some who are gone were erased together, so that the database has to tell whether they are gone. */
    public boolean needsKeycloak(Group group, Row row) {
        String userId = row.text("USER_ID");
        return group != Group.ACTOR
                && group != Group.CONNECTION
                && userId != null
                && UserStores.storeOf(userId).isEmpty()
                && !UserStores.isPseudonym(userId)
                && own(row).isEmpty()
                && realm.stream().noneMatch(one -> one.covers(group, row, holds));
    }

    /** @param storeId empty if it is not said */
    private record OfStore(String storeId, Deletion deletion) {}
}
