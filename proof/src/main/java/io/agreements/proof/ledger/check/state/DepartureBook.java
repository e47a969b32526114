package io.agreements.proof.ledger.check.state;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.UserStores;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.check.stored.StoredRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of some users are gone, and what went with all of its users, as the records of deletions say. Times are in ms. */
public final class DepartureBook {

    /** Clocks of nodes differ. */
    private static final long SLACK = 3_600_000;

    private static final Set<String> GONE = Set.of("executed", "missing");

    private final Map<String, Long> users = new HashMap<>();
    private final Map<String, Long> stores = new HashMap<>();
    private final Set<String> absent;
    private final boolean knowsUsers;
    private long realm = Long.MIN_VALUE;
    private long store = Long.MIN_VALUE;

    private DepartureBook(Set<String> absent, boolean knowsUsers) {
        this.absent = absent;
        this.knowsUsers = knowsUsers;
    }

    public static DepartureBook read(LedgerSource source, Collection<String> userIds) {
        Set<String> wanted = new HashSet<>(userIds);
        DepartureBook book = new DepartureBook(source.absent(wanted), source.knowsUsers());
        StoredRecords.each(source, Reading.ofType("DELETION"), row -> book.add(row, wanted));
        StoredRecords.each(source, Reading.erasures(), book::addStore);
        return book;
    }

    /** Which user store it is, what is erased with it says. */
    private void addStore(Row row) {
        if (row.text("USER_ID") == null && StoredRecord.details(row).get("userStoreId") instanceof String id) {
            stores.merge(id, row.number("OCCURRED_AT"), Math::max);
        }
    }

    private void add(Row row, Set<String> wanted) {
        Map<String, Object> details = StoredRecord.details(row);
        if (!(details.get("stage") instanceof String stage) || !GONE.contains(stage)) {
            return;
        }
        long at = row.number("OCCURRED_AT");
        if ("realm".equals(details.get("scope"))) {
            realm = Math.max(realm, at);
        } else if (details.get("scope") != null) {
            store = Math.max(store, at);
        } else if (wanted.contains(row.text("USER_ID"))) {
            users.merge(row.text("USER_ID"), at, Math::max);
        }
    }

    /** Whether the realm is gone, or was before there was another under its id. */
    boolean realmIsGoneSince(long at) {
        return isBehind(realm, at);
    }

    /** Whether the user has gone since then, or the realm with all its users. */
    public boolean isAnythingGoneSince(String userId, long at) {
        return realmIsGoneSince(at) || isGoneSince(userId, at);
    }

    boolean isGoneSince(String userId, long at) {
        return UserStores.isPseudonym(userId)
                || isBehind(users.getOrDefault(userId, Long.MIN_VALUE), at)
                || isGoneWithStoreSince(userId, at);
    }

    /** Of users a store had imported nobody can tell the store any more. One that was emptied is there still. */
    private boolean isGoneWithStoreSince(String userId, long at) {
        Optional<String> own = UserStores.storeOf(userId);
        boolean isGone = absent.contains(userId) || own.isEmpty() && !knowsUsers;
        return own.isPresent() && isBehind(stores.getOrDefault(own.get(), Long.MIN_VALUE), at)
                || isGone && isBehind(store, at);
    }

    private static boolean isBehind(long departure, long at) {
        return departure != Long.MIN_VALUE && (departure >= at || at - departure <= SLACK);
    }
}
