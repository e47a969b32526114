package io.agreements.keycloak.account.export;

import io.agreements.keycloak.acceptance.Beginning;
import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.hold.HoldTelling;
import io.agreements.keycloak.ledger.kept.Kept;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Everything that is kept of a user, as a ZIP. What it needs is read bit by bit while it is written, each bit in a
 * transaction of its own, so that a slow reader holds up no connection to the database and no size fills the memory.
 */
public final class DataExport {

    /** Records read at once. */
    private static final int PAGE = 500;

    private final KeycloakSessionFactory sessions;
    private final KeycloakContext context;
    private final String userId;
    private final ExportView view;
    private final Clock clock;

    /** @param session of the request, whose realm is meant */
    public DataExport(KeycloakSession session, UserModel user, ExportView view, Clock clock) {
        this.sessions = session.getKeycloakSessionFactory();
        this.context = session.getContext();
        this.userId = user.getId();
        this.view = view;
        this.clock = clock;
    }

    /**
     * Leaves the stream open.
     *
     * @throws IOException if the reader has gone
     * @throws RuntimeException if something cannot be read; what has been written cannot be opened then
     */
    public void write(OutputStream stream) throws IOException {
        Instant now = clock.instant();
        ExportFiles files = new ExportFiles(stream, now);
        Optional<Object> deletion = read((session, realm, user) -> session.getProvider(DeletionRequestProvider.class)
                .find(realm, userId)
                .map(this::shown));
        files.text("README.txt", readme(deletion.isPresent()));
        files.json(ExportFile.PROFILE.path(), read((session, realm, user) -> ExportedProfile.of(session, user)));
        files.json(
                ExportFile.GRANTS.path(),
                read((session, realm, user) -> new Grants(session, view.words()).of(realm, user)));
        files.json(ExportFile.SESSIONS.path(), read(ExportedSession::of));
        if (deletion.isPresent()) {
            files.json(ExportFile.DELETION.path(), deletion.get());
        }
        DecidedTexts texts = new DecidedTexts();
        NamedKept named = new NamedKept();
        files.jsonArray(
                ExportFile.RECORDS.path(), new Pages<>(PAGE, last -> records(last, now, texts, named)), view.records());
        for (DecidedTexts.Key text : texts.keys()) {
            Optional<byte[]> content = content(text);
            if (content.isPresent()) {
                files.bytes(text.path(), content.get());
            }
        }
        for (NamedKept.Name name : named.names()) {
            Optional<Kept> kept = read((session, realm, user) ->
                    session.getProvider(LedgerProvider.class).kept(name.kind(), name.digest()));
            if (kept.isPresent()) {
                files.bytes(name.path(), kept.get().content());
            }
        }
        files.finish();
    }

    private Object shown(DeletionRequest request) {
        return view.deletion().apply(request);
    }

    private String readme(boolean withDeletion) {
        return read((session, realm, user) -> new Readme(view)
                .of(
                        user.getUsername(),
                        Objects.requireNonNullElse(realm.getDisplayName(), realm.getName()),
                        Stream.of(ExportFile.values()).filter(file -> file != ExportFile.DELETION || withDeletion)));
    }

    /** Those there are when the export begins, its own among them. */
    private List<LedgerRecord> records(List<LedgerRecord> last, Instant now, DecidedTexts texts, NamedKept named) {
        List<LedgerRecord> page = read((session, realm, user) -> {
            Instant from = Beginning.of(session, realm, user).moment().orElse(null);
            RecordQuery query = new RecordQuery(
                    Set.of(userId), HoldTelling.of(realm).shown(Set.of()), null, from, now.plusMillis(1), 0, PAGE);
            return session.getProvider(LedgerProvider.class).find(realm, query.behind(last));
        });
        page.forEach(texts::add);
        page.forEach(named::add);
        return page;
    }

    private Optional<byte[]> content(DecidedTexts.Key text) {
        return read((session, realm, user) -> {
            AgreementProvider agreements = session.getProvider(AgreementProvider.class);
            return text.in(agreements.catalogue(realm)).flatMap(agreements::content);
        });
    }

    private <T> T read(Reading<T> reading) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                context,
                session -> {
                    RealmModel realm = session.getContext().getRealm();
                    UserModel user = session.users().getUserById(realm, userId);
                    if (user == null) {
                        throw new IllegalStateException("User " + userId + " has gone in the middle of an export");
                    }
                    return reading.read(session, realm, user);
                },
                "part of an export");
    }

    private interface Reading<T> {
        T read(KeycloakSession session, RealmModel realm, UserModel user);
    }
}
