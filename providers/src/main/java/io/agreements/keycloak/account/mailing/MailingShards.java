package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.task.IdRange;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * All parts of a mailing. Each goes on by itself, and has its share of the rate; who asks is told of the whole.
 *
 * @param parts in the order of their numbers; at least one
 */
public record MailingShards(List<Mailing> parts) {

    /** A part has that many at least: of what is small nothing is gained. */
    static final int LEAST_USERS = 1000;

    static final int LEAST_PER_MINUTE = 500;

    public MailingShards {
        parts = List.copyOf(parts);
    }

    /**
     * Divides a mailing that begins.
     *
     * @param most parts
     */
    static MailingShards divide(Mailing whole, int most) {
        long number = Math.min(
                most,
                Math.min(whole.progress().users() / LEAST_USERS, whole.rate().perMinute() / LEAST_PER_MINUTE));
        int shards = (int) Math.max(1, number);
        List<Mailing> parts = new ArrayList<>();
        for (int part = 0; part < shards; part++) {
            IdRange ids = IdRange.of(part, shards);
            MailingProgress progress =
                    MailingProgress.start(part == 0 ? whole.progress().users() : 0, ids.after());
            parts.add(whole.part(new MailingPart(part, ids.upTo()), progress)
                    .rated(MailingRate.of(whole.rate().perMinute(), shards, part, whole.startedAt())));
        }
        return new MailingShards(parts);
    }

    /** As who asks is told. */
    public Mailing whole() {
        Mailing first = parts.get(0);
        MailingState state = state();
        return new Mailing(
                first.realmId(),
                first.agreementId(),
                first.versionNumber(),
                MailingPart.WHOLE,
                state,
                new MailingRate(first.rate().perMinute(), first.rate().usedUntil()),
                new MailingProgress(
                        sum(MailingProgress::users),
                        sum(MailingProgress::sent),
                        sum(MailingProgress::failed),
                        null,
                        0,
                        null,
                        0),
                first.startedAt(),
                state == MailingState.DONE ? latest(Mailing::finishedAt) : null,
                first.administratorId(),
                first.base(),
                parts.stream()
                        .map(Mailing::problem)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** If one has stopped, there is something for an administrator to do. */
    private MailingState state() {
        return Stream.of(MailingState.STOPPED, MailingState.PAUSED, MailingState.RUNNING)
                .filter(state -> parts.stream().anyMatch(part -> part.state() == state))
                .findFirst()
                .orElse(MailingState.DONE);
    }

    private long sum(ToLongFunction<MailingProgress> number) {
        return parts.stream().map(Mailing::progress).mapToLong(number).sum();
    }

    private Instant latest(Function<Mailing, Instant> time) {
        return parts.stream()
                .map(time)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** An administrator halts it; empty if it is not running. */
    Optional<MailingShards> paused() {
        return whole().isRunning() ? Optional.of(map(part -> part.paused().orElse(part))) : Optional.empty();
    }

    /**
     * An administrator lets it go on; empty if it is running or done.
     *
     * @param perMinute null for as it was
     * @param base where the server is now
     */
    Optional<MailingShards> resumed(Integer perMinute, URI base, Instant now) {
        Mailing whole = whole();
        if (whole.isRunning() || whole.state() == MailingState.DONE) {
            return Optional.empty();
        }
        int rate = perMinute == null ? whole.rate().perMinute() : perMinute;
        return Optional.of(new MailingShards(
                open((part, number, of) -> part.goingOn(base).rated(MailingRate.of(rate, of, number, now)))));
    }

    /** Nobody is left in one part; what it had of the rate is for the others. Empty if it has gone on without the caller. */
    Optional<MailingShards> ended(Mailing known, Instant now) {
        boolean isSame = parts.stream()
                .anyMatch(part -> part.part().equals(known.part())
                        && part.isRunning()
                        && Objects.equals(
                                part.progress().lastUserId(), known.progress().lastUserId()));
        if (!isSame) {
            return Optional.empty();
        }
        MailingShards after = map(part -> part.part().equals(known.part()) ? part.atEnd(now) : part);
        return Optional.of(new MailingShards(
                after.open((part, number, of) -> part.rated(part.rate().sharedBy(of)))));
    }

    /** The part of that number. */
    Mailing part(MailingPart wanted) {
        return parts.stream()
                .filter(part -> part.part().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private MailingShards map(Function<Mailing, Mailing> change) {
        return new MailingShards(parts.stream().map(change).toList());
    }

    /** With a change of those that are not done. */
    private List<Mailing> open(Change change) {
        Collection<Mailing> open =
                parts.stream().filter(part -> part.state() != MailingState.DONE).toList();
        List<Mailing> changed = new ArrayList<>();
        int number = 0;
        for (Mailing part : parts) {
            changed.add(open.contains(part) ? change.of(part, number++, open.size()) : part);
        }
        return changed;
    }

    private interface Change {

        /**
         * @param number of the part among those that are open, from 0
         * @param of how many these are
         */
        Mailing of(Mailing part, int number, int of);
    }
}
