package io.agreements.keycloak.acceptance.obligation;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a user is still asked: computed from catalogue, standings and clock, never stored.
 *
 * @param required owed; no service without them
 * @param offered new versions of required agreements that are not enforced yet; there is time until they are
 * @param optional not yet decided; they never block
 */
public record Obligations(List<Obligation> required, List<Obligation> offered, List<Obligation> optional) {

    /** Nothing is asked. */
    public static final Obligations NONE = new Obligations(List.of(), List.of(), List.of());

    public Obligations {
        required = List.copyOf(required);
        offered = List.copyOf(offered);
        optional = List.copyOf(optional);
    }

    /** What a user with these standings is asked at that moment. */
    public static Obligations of(Catalogue catalogue, Standings standings, Subject subject, Instant now) {
        List<Obligation> required = new ArrayList<>();
        List<Obligation> offered = new ArrayList<>();
        List<Obligation> optional = new ArrayList<>();
        for (Agreement agreement : catalogue.agreements()) {
            if (!agreement.audience().includes(subject.clientId(), subject.roles())) {
                continue;
            }
            Standing standing = standings.inEffect(agreement.id()).orElse(null);
            if (agreement.isRequired()) {
                Optional<Obligation> owed = owed(agreement, standing, subject, now);
                owed.map(obligation -> obligation.replacing(standings)).ifPresent(required::add);
                if (owed.isEmpty()) {
                    offer(agreement, standing, now)
                            .map(obligation -> obligation.replacing(standings))
                            .ifPresent(offered::add);
                }
            } else {
                question(agreement, standing, now)
                        .map(obligation -> obligation.replacing(standings))
                        .ifPresent(optional::add);
            }
        }
        return new Obligations(required, offered, optional);
    }

    /** What somebody is asked who has no account yet; nothing ahead of its time. */
    public static Obligations ofNewUser(Catalogue catalogue, String clientId, Predicate<String> roles, Instant now) {
        Obligations all = of(catalogue, new Standings(List.of()), new Subject(now, clientId, roles), now);
        return new Obligations(all.required(), List.of(), all.optional());
    }

    /** Every version of a required agreement that users may decide on at that moment, as far as the condition holds. */
    public static List<Obligation> requiredAndOpen(
            Catalogue catalogue, Standings standings, Instant now, Predicate<Obligation> condition) {
        return catalogue.agreements().stream()
                .filter(Agreement::isRequired)
                .flatMap(agreement -> agreement.versions().stream()
                        .filter(version -> version.timeline().isOpen(now))
                        .map(version -> new Obligation(
                                        agreement,
                                        version,
                                        standings.inEffect(agreement.id()).orElse(null))
                                .replacing(standings)))
                .filter(condition)
                .toList();
    }

    /**
     * The question an application may put although it was answered before.
     *
     * @return empty if there is nothing to decide on, or the version in force is accepted and that still holds
     */
    public static Optional<Obligation> onRequest(Agreement agreement, Standings standings, Instant now) {
        Standing standing = standings.inEffect(agreement.id()).orElse(null);
        return agreement
                .inForce(now)
                .filter(version -> !isAffirmed(agreement, standing, now))
                .map(version -> new Obligation(agreement, version, standing).replacing(standings));
    }

    /** Whether the decision on the agreement that counts does what it asks for, and still holds at that moment. */
    public static boolean isAffirmed(Agreement agreement, Standings standings, Instant now) {
        return isAffirmed(agreement, standings.inEffect(agreement.id()).orElse(null), now);
    }

    /** What a page asks to be accepted or taken note of: what is owed, or else what is offered. */
    public List<Obligation> demanded() {
        return required.isEmpty() ? offered : required;
    }

    /** Whether something is owed, and all of it is only to be taken note of. */
    public boolean isToAcknowledge() {
        return !required.isEmpty()
                && required.stream().map(Obligation::agreement).allMatch(Agreement::isAcknowledgement);
    }

    /** Whether all that is owed is a change the user is told of and says yes to by going on. */
    public boolean isNotice() {
        return !required.isEmpty() && required.stream().allMatch(Obligation::isNotice);
    }

    public Stream<Obligation> all() {
        return Stream.of(required, offered, optional).flatMap(List::stream);
    }

    public boolean isEmpty() {
        return required.isEmpty() && offered.isEmpty() && optional.isEmpty();
    }

    private static Optional<Obligation> owed(Agreement agreement, Standing standing, Subject subject, Instant now) {
        return agreement
                .inForce(now)
                .filter(version -> standing == null
                        ? isDue(agreement, subject.since(), now)
                        : !isAffirmed(agreement, standing, now))
                .map(version -> new Obligation(agreement, ahead(agreement, standing, version, now), standing));
    }

    /** Who accepted a version ahead of its time renews that one, and not the one still in force. */
    private static Version ahead(Agreement agreement, Standing standing, Version inForce, Instant now) {
        if (standing == null || !standing.affirms(agreement) || standing.versionNumber() <= inForce.number()) {
            return inForce;
        }
        return agreement
                .version(standing.versionNumber())
                .filter(version -> version.timeline().isOpen(now))
                .orElse(inForce);
    }

    /** Who owes nothing may accept ahead of time; who accepted before is offered a new version only if it is material. */
    private static Optional<Obligation> offer(Agreement agreement, Standing standing, Instant now) {
        return agreement
                .open(now)
                .filter(version -> standing == null || agreement.hasNewer(standing.versionNumber(), now))
                .map(version -> new Obligation(agreement, version, standing));
    }

    /** A refusal is an answer too, and is remembered; neither answer survives a later material version. */
    private static Optional<Obligation> question(Agreement agreement, Standing standing, Instant now) {
        return agreement
                .inForce(now)
                .filter(version -> standing == null || !isGood(standing, agreement, now))
                .map(version -> new Obligation(agreement, version, standing));
    }

    /** Who came after a version took effect gets it at once; who was there before goes on until one is enforced. */
    private static boolean isDue(Agreement agreement, Instant since, Instant now) {
        return agreement.isEnforced(now) || since != null && agreement.wasInForce(since, now);
    }

    private static boolean isAffirmed(Agreement agreement, Standing standing, Instant now) {
        return standing != null && standing.affirms(agreement) && isGood(standing, agreement, now);
    }

    private static boolean isGood(Standing standing, Agreement agreement, Instant now) {
        return standing.renewal() == null
                && agreement.holds(standing.versionNumber(), now)
                && standing.lastsUntil(agreement)
                        .filter(end -> !end.isAfter(now))
                        .isEmpty();
    }
}
