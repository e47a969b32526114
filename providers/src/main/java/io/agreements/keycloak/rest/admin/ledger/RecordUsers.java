package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.rest.admin.AdminContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.UserModel;

/**
 * Whose records are meant. Users are looked up first, and records by their ids: so a part of a name is looked for among users,
 * by what Keycloak has for that, and in the ledger among those alone whom a hold keeps there.
 */
final class RecordUsers {

    /** More are not looked up: who wants the records of so many wants those of everybody. */
    private static final int MOST = 100;

    /** What was typed counts as an id and as a name besides. */
    private static final int LITERAL = 2;

    private static final int LONGEST = 255;

    private final AdminContext admin;

    RecordUsers(AdminContext admin) {
        this.admin = admin;
    }

    /** Both readings of the word: nobody can hide records by taking another's id for a name. */
    Set<String> named(String idOrName) {
        Set<String> ids = new HashSet<>(Set.of(idOrName));
        UserModel named = admin.session().users().getUserByUsername(admin.realm(), idOrName);
        if (named != null) {
            ids.add(named.getId());
        }
        return ids;
    }

    /**
     * The same, and all whom Keycloak's own search for users finds, and those under a legal hold who have such a name on record,
     * be they gone. 403 for who may not see users, who would learn by it whose
     * address that is; 400 where there are more than can be looked at.
     */
    Set<String> matching(String words) {
        admin.auth().users().requireView();
        if (words.length() > LONGEST || words.chars().anyMatch(Character::isISOControl)) {
            throw AdminContext.badRequest("search must be a part of a name, of at most " + LONGEST + " characters");
        }
        List<String> found = admin.session()
                .users()
                .searchForUserStream(
                        admin.realm(),
                        Map.of(UserModel.SEARCH, words.strip(), UserModel.INCLUDE_SERVICE_ACCOUNT, "false"),
                        0,
                        MOST + 1)
                .map(UserModel::getId)
                .limit(MOST + 1L)
                .toList();
        Set<String> ids = named(words.strip());
        ids.addAll(found);
        ids.addAll(held(words.strip()));
        if (found.size() > MOST || ids.size() > MOST + LITERAL) {
            throw AdminContext.badRequest("search matches more than " + MOST + " users: say more of the name");
        }
        return ids;
    }

    private List<String> held(String name) {
        return admin.session()
                .getProvider(LedgerProvider.class)
                .holds()
                .usersHeldUnder(admin.realm(), name, MOST + LITERAL + 1);
    }
}
