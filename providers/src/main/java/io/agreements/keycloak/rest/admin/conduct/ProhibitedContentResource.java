package io.agreements.keycloak.rest.admin.conduct;

import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.conduct.content.StoredWordList;
import io.agreements.keycloak.conduct.content.WordList;
import io.agreements.keycloak.conduct.content.WordListProvider;
import io.agreements.keycloak.conduct.content.WordListReader;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.keycloak.events.admin.OperationType;

/** Words that the users of a realm may not use of themselves, for administrators. */
public final class ProhibitedContentResource {

    private static final String RESOURCE_TYPE = "AGREEMENT_WORD_LIST";
    private static final int TRIAL = 2000;

    private final AdminContext admin;
    private final WordListProvider lists;

    public ProhibitedContentResource(AdminContext admin) {
        this.admin = admin;
        this.lists = admin.session().getProvider(WordListProvider.class);
    }

    /** The realm's own list, empty if it has none. Needs {@code view-realm}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public WordListRepresentation get() {
        admin.auth().realm().requireViewRealm();
        return representation();
    }

    /**
     * Writes the realm's own list; 409 if it is no longer the one with the digest sent, 400 for what cannot be read, with the
     * line. Needs {@code manage-realm}.
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public WordListRepresentation put(WordListRepresentation wanted) {
        admin.auth().realm().requireManageRealm();
        AdminContext.requireBody(wanted);
        if (wanted.content() == null) {
            throw AdminContext.badRequest("content must be given; it may be empty");
        }
        admin.write(() -> {
            if (!lists.replace(admin.realm(), list(wanted.content()), wanted.digest())) {
                throw AdminContext.conflict("The list is another one by now. Read it again and repeat.");
            }
        });
        admin.event(RESOURCE_TYPE, OperationType.UPDATE)
                .resourcePath(admin.session().getContext().getUri())
                .success();
        return representation();
    }

    /** Whether a text would be refused, by the lists of the server and of the realm, and because of which word. Needs {@code view-realm}. */
    @POST
    @Path("trial")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public WordTrialRepresentation trial(WordTrialRepresentation wanted) {
        admin.auth().realm().requireViewRealm();
        AdminContext.requireBody(wanted);
        if (wanted.text() == null || wanted.text().length() > TRIAL) {
            throw AdminContext.badRequest("text must be given, with at most " + TRIAL + " characters");
        }
        String word =
                WordList.prohibitedIn(lists.lists(admin.realm()), wanted.text()).orElse(null);
        return new WordTrialRepresentation(wanted.text(), word != null, word);
    }

    private StoredWordList list(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new StoredWordList(
                content,
                TextDigest.of(bytes),
                WordListReader.read(bytes).entries(),
                admin.clock().instant(),
                admin.session().getContext().getUser().getId());
    }

    private WordListRepresentation representation() {
        int server = lists.entriesOfServer();
        return lists.find(admin.realm())
                .map(list -> WordListRepresentation.of(list, server))
                .orElseGet(() -> WordListRepresentation.none(server));
    }
}
