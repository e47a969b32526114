package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserFilter;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.jpa.acceptance.PendingQuery.Shape;
import io.agreements.keycloak.jpa.acceptance.PendingQuery.User;
import java.util.Arrays;
import java.util.List;
import org.keycloak.models.RealmModel;

/**
 * Pages of the few who are pending in a realm of very many. All of them are found at once and kept as long as
 * {@link KeptNumbers} keeps numbers; each page is held against the standings there are now, so that nobody is on it who has
 * decided meanwhile. Who has come to be pending since is on it later.
 */
final class FewPending {

    /** More are not kept. */
    static final int MOST = 10_000;

    /** For those on a page who have decided meanwhile. */
    private static final int SPARE = 50;

    private static final KeptNumbers.Kind<List<User>> ALWAYS =
            new KeptNumbers.Kind<>(found -> Long.MAX_VALUE, List::size);

    private final PendingQuery query;
    private final KeptNumbers kept;

    FewPending(PendingQuery query, KeptNumbers kept) {
        this.query = query;
        this.kept = kept;
    }

    List<User> list(RealmModel realm, UserFilter filter, VisibleUsers visible, Slice slice) {
        List<User> all = kept.get(
                        key("who", realm, filter),
                        ALWAYS,
                        () -> query.list(realm, filter, visible, Slice.from(0, MOST + 1), Shape.WHOLE))
                .value();
        int start = start(all, slice);
        if (all.size() > MOST || start < 0) {
            return query.list(realm, filter, visible, slice, Shape.WHOLE);
        }
        int end = Math.min(all.size(), start + Math.min(RowsById.LIST, slice.max() + SPARE));
        List<String> page =
                all.subList(Math.min(start, end), end).stream().map(User::id).toList();
        List<User> found = page.isEmpty() ? List.of() : query.among(page, realm, filter, visible, slice.max());
        return found.size() < slice.max() && end < all.size()
                ? query.list(realm, filter, visible, slice, Shape.WHOLE)
                : found;
    }

    /** What is kept of a filter; not for the moment by which acceptances lapse, which is always another. */
    static List<Object> key(String what, RealmModel realm, UserFilter filter) {
        return Arrays.asList(
                what,
                realm.getId(),
                filter.agreementId(),
                filter.fromVersion(),
                filter.toVersion(),
                filter.lapsedAt() != null,
                filter.toRenewAside());
    }

    /** Where the page begins; less than 0 if that user is not among them. */
    private static int start(List<User> all, Slice slice) {
        if (slice.after() == null) {
            return slice.first();
        }
        List<String> names = all.stream().map(User::username).toList();
        int place = names.indexOf(slice.after().username());
        return place < 0 ? -1 : place + 1 + slice.first();
    }
}
