package io.agreements.keycloak.acceptance.clearance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.storage.StorageId;

/**
 * Something that was found out of a user and is noted in the user's session, so that it need not be found out again: good
 * until what it was found out from, the time, or what concerns the user has changed. What {@linkplain Clearance#revoke takes
 * a clearance away} takes it away too.
 */
public final class SessionFinding {

    /** As long as a request may take, and the clocks of two nodes may differ. */
    static final Duration SAME_TIME = Duration.ofMinutes(1);

    /** How long what a sign-in brings may wait until its session uses it. */
    static final Duration ARRIVAL = Duration.ofHours(1);

    /** After that time it is found out anew, whatever has happened. */
    static final Duration LONGEST = Duration.ofDays(1);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final String name;

    /** @param name of the note */
    public SessionFinding(KeycloakSession session, RealmModel realm, UserModel user, String name) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.name = name;
    }

    /** Whether this sign-in has found it out, and it still holds. */
    public boolean holds(AuthenticationSessionModel authSession, Supplier<String> basis, Instant now) {
        Map<String, String> notes = authSession.getUserSessionNotes();
        return holds(notes::get, ClearanceNote.ELSEWHERE, basis, now);
    }

    /** Whether it is noted in that session, and still holds; no query is made. */
    public boolean holds(UserSessionModel userSession, Supplier<String> basis, Instant now) {
        return holds(userSession::getNote, placeOf(userSession), basis, now);
    }

    /**
     * Notes it in a sign-in, from where Keycloak carries it to the user session.
     *
     * @param userSession the session signed in with before; null if there is none
     * @param basis what it was found out from; without a slash
     * @param since when what it was found out from was read
     * @param until when it is over
     */
    public void note(
            AuthenticationSessionModel authSession,
            UserSessionModel userSession,
            String basis,
            Instant since,
            Optional<Instant> until) {
        String place = userSession == null ? ClearanceNote.ELSEWHERE : placeOf(userSession);
        authSession.setUserSessionNote(name, text(place, basis, since, until));
    }

    /** Notes it in a session. */
    public void note(UserSessionModel userSession, String basis, Instant since, Optional<Instant> until) {
        userSession.setNote(name, text(placeOf(userSession), basis, since, until));
    }

    private static String text(String place, String basis, Instant since, Optional<Instant> until) {
        Instant longest = since.plus(LONGEST);
        return new ClearanceNote(
                        basis, place, since, until.filter(longest::isAfter).orElse(longest))
                .text();
    }

    private boolean holds(UnaryOperator<String> notes, String place, Supplier<String> basis, Instant now) {
        return ClearanceNote.parse(notes.apply(name))
                .filter(note -> note.isFrom(basis.get(), now))
                .filter(note -> isAfterRefusal(note, notes.apply(Clearance.REFUSED)))
                .filter(note -> isAtHome(note, place) || hasJustArrived(note, now))
                .filter(this::isAfterAbsence)
                .isPresent();
    }

    private static boolean isAfterRefusal(ClearanceNote note, String refusedAt) {
        return refusedAt == null
                || note.since()
                        .isAfter(Instant.ofEpochMilli(Long.parseLong(refusedAt)).plus(SAME_TIME));
    }

    /** Users whom Keycloak keeps itself take their sessions with them. */
    private boolean isAfterAbsence(ClearanceNote note) {
        if (StorageId.isLocalStorage(user.getId())) {
            return true;
        }
        Map<String, String> absence = session.singleUseObjects().get(Clearance.gone(realm.getId(), user.getId()));
        return absence == null || isAfterRefusal(note, absence.get(Clearance.GONE_AT));
    }

    /** Whether it was granted in the session it is found in: no refusal has missed that. */
    private static boolean isAtHome(ClearanceNote note, String place) {
        return !place.equals(ClearanceNote.ELSEWHERE) && note.place().equals(place);
    }

    private boolean hasJustArrived(ClearanceNote note, Instant now) {
        return now.isBefore(note.since().plus(ARRIVAL))
                && !session.singleUseObjects().contains(Clearance.refusal(realm.getId(), user.getId()));
    }

    /** A session that begins anew is another place, and so is the offline one made of one. */
    private static String placeOf(UserSessionModel userSession) {
        return (userSession.isOffline() ? "offline." : "online.") + userSession.getStarted();
    }
}
