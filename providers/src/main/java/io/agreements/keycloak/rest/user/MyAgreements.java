package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Subjects;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.page.AgreementUrls;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Where a user stands with the agreements of a realm, and what may be decided on them. */
final class MyAgreements {

    private final AgreementUrls urls;
    private final Catalogue catalogue;
    private final Standings standings;
    private final Obligations obligations;
    private final Locale reader;
    private final Instant now;

    MyAgreements(KeycloakSession session, Caller caller, Instant now) {
        this.urls = new AgreementUrls(session, caller.realm());
        this.catalogue = session.getProvider(AgreementProvider.class).catalogue(caller.realm());
        this.standings = Standings.of(session, caller.realm(), caller.user(), catalogue, now);
        this.obligations = Obligations.of(
                catalogue, standings, Subjects.of(session, caller.realm(), caller.user(), caller.clientId()), now);
        this.reader = session.getContext().resolveLocale(caller.user());
        this.now = now;
    }

    /** Those the user decided on, and those that can be decided on by the client that asks. */
    List<MyAgreementRepresentation> list() {
        return catalogue.agreements().stream()
                .filter(agreement -> standings.on(agreement.id()).isPresent()
                        || agreement.inForce(now).isPresent() && concerns(agreement)
                        || obligation(agreement).isPresent())
                .map(this::representation)
                .toList();
    }

    Optional<Agreement> find(String key) {
        return catalogue.find(key).filter(Agreement::isPublished);
    }

    Optional<Standing> standing(Agreement agreement) {
        return standings.on(agreement.id());
    }

    /** What a decision on the agreement replaces. */
    Optional<Standing> stored(Agreement agreement) {
        return standings.stored(agreement.id());
    }

    /** Whether the user's decision on the agreement does what it asks for, and still holds. */
    boolean isAffirmed(Agreement agreement) {
        return Obligations.isAffirmed(agreement, standings, now);
    }

    /** The version a user may decide on now: what is asked, or else the one in force. */
    Optional<Version> open(Agreement agreement) {
        return obligation(agreement).map(Obligation::version).or(() -> agreement.inForce(now));
    }

    private boolean concerns(Agreement agreement) {
        return agreement.audience().equals(Audience.EVERYBODY);
    }

    private Optional<Obligation> obligation(Agreement agreement) {
        return List.of(obligations.required(), obligations.offered(), obligations.optional()).stream()
                .flatMap(List::stream)
                .filter(obligation -> obligation.agreement().id().equals(agreement.id()))
                .findFirst();
    }

    private MyAgreementRepresentation representation(Agreement agreement) {
        Optional<Standing> standing = standing(agreement);
        Optional<Version> open = open(agreement);
        Optional<Version> decided = standing.flatMap(said -> agreement.version(said.versionNumber()));
        Text named = decided.or(() -> open).orElseThrow().textFor(reader, agreement.bindingLocale());
        return new MyAgreementRepresentation(
                agreement.key(),
                agreement.requirement(),
                named.title(),
                named.locale(),
                new Language(named.locale()).direction(),
                standing.map(Standing::decision).orElse(null),
                standing.map(Standing::versionNumber).orElse(null),
                standing.map(Standing::locale).orElse(null),
                standing.map(said -> said.decidedAt().toEpochMilli()).orElse(null),
                standing.map(Standing::recordId).orElse(null),
                agreement.inForce(now).map(Version::number).orElse(null),
                open.map(Version::number).orElse(null),
                obligations.required().stream()
                        .anyMatch(owed -> owed.agreement().id().equals(agreement.id())),
                decided.or(() -> open)
                        .map(version ->
                                urls.version(agreement.key(), version.number()).toString())
                        .orElseThrow(),
                decided.flatMap(before -> open.filter(after -> after.number() > before.number())
                                .map(after -> urls.changes(agreement.key(), before.number(), after.number())
                                        .toString()))
                        .orElse(null));
    }
}
