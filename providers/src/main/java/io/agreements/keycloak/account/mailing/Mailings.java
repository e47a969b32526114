package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Version;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** What an administrator can do with the mail about a version. */
public final class Mailings {

    private final KeycloakSession session;
    private final int shards;
    private final MailingProvider mailings;
    private final Clock clock;

    public Mailings(KeycloakSession session, Clock clock) {
        this.session = session;
        this.shards = MailingProviderFactory.shards(session);
        this.mailings = session.getProvider(MailingProvider.class);
        this.clock = clock;
    }

    /** The mailing about the version; empty if there never was one. */
    public Optional<Mailing> find(Agreement agreement, Version version) {
        return mailings.find(agreement.id(), version.number());
    }

    /**
     * Has everybody written to whom the version concerns, or goes on with that where it was paused or stopped.
     *
     * @param perMinute mails a minute; null for as it was, or {@link MailingRate#DEFAULT}
     * @return empty if it is running or done already
     * @throws IllegalArgumentException with the reason, in words for an administrator, if that cannot be
     */
    public Optional<Mailing> start(
            RealmModel realm, Agreement agreement, Version version, Integer perMinute, String administratorId) {
        requirePossible(realm, new MailingSubject(agreement, version));
        Instant now = now();
        // No request will tell it later. It is the one of the realm's settings or the server's options, where they say
        // so.
        URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        if (find(agreement, version).isEmpty()) {
            Mailing mailing = new Mailing(
                    realm.getId(),
                    agreement.id(),
                    version.number(),
                    MailingPart.WHOLE,
                    MailingState.RUNNING,
                    new MailingRate(Objects.requireNonNullElse(perMinute, MailingRate.DEFAULT), now),
                    MailingProgress.start(mailings.count(realm, MailingAudience.of(agreement, version))),
                    now,
                    null,
                    administratorId,
                    base,
                    null);
            // Whoever was faster has just started it.
            return mailings.add(MailingShards.divide(mailing, shards)) ? Optional.of(mailing) : Optional.empty();
        }
        return mailings.changeAll(agreement.id(), version.number(), known -> known.resumed(perMinute, base, now))
                .map(MailingShards::whole);
    }

    /**
     * Halts it; a mail that is on its way still goes out.
     *
     * @return empty if it is not running
     */
    public Optional<Mailing> pause(Agreement agreement, Version version) {
        return mailings.changeAll(agreement.id(), version.number(), MailingShards::paused)
                .map(MailingShards::whole);
    }

    /** What the mailing is about; empty if that is gone. */
    static Optional<MailingSubject> subject(KeycloakSession session, RealmModel realm, Mailing mailing) {
        return session.getProvider(AgreementProvider.class).catalogue(realm).agreements().stream()
                .filter(agreement -> agreement.id().equals(mailing.agreementId()))
                .findFirst()
                .flatMap(agreement -> agreement
                        .version(mailing.versionNumber())
                        .map(version -> new MailingSubject(agreement, version)));
    }

    private void requirePossible(RealmModel realm, MailingSubject subject) {
        subject.obstacle(clock.instant()).ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle);
        });
        if (realm.getSmtpConfig().isEmpty()) {
            throw new IllegalArgumentException("The realm has no mail server: set one up under Realm settings, Email.");
        }
    }

    /** Times are kept to the millisecond. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
