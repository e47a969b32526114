package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.rest.admin.AdminContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.UserModel;

/**
 * Whose records are meant. Users are looked up first, and records by their ids: so a part of a name is looked for among users,
 * by what Keycloak has for that, and never in the ledger.
 */
final class RecordUsers {

    /** More are not looked up: who wants the records of so many wants those of everybody. */
    private static final int MOST = 100;

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
     * The same, and all whom Keycloak's own search for users finds. 403 for who may not see users, who would learn by it whose
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
        if (found.size() > MOST) {
            throw AdminContext.badRequest("search matches more than " + MOST + " users: say more of the name");
        }
        Set<String> ids = named(words.strip());
        ids.addAll(found);
        return ids;
    }
}
