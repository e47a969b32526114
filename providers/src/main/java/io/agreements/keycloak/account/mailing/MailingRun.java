package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.account.mail.Delivery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Carries a mailing on as far as its rate and the time of this run allow. */
final class MailingRun {

    /** Users read at once: few enough that what is known of them is not old when their turn comes. */
    static final int BATCH = 100;

    private final Desk desk;
    private final Clock clock;
    private final Instant end;

    /** @param end when no further mail is begun */
    MailingRun(Desk desk, Clock clock, Instant end) {
        this.desk = desk;
        this.clock = clock;
        this.end = end;
    }

    void carryOn(Mailing known) {
        Optional<String> obstacle = desk.obstacle(known);
        if (obstacle.isPresent()) {
            desk.change(known, now -> Optional.of(now.stopped(obstacle.get())).filter(stopped -> now.isRunning()));
            return;
        }
        Optional<Mailing> mailing = Optional.of(known);
        while (mailing.filter(this::mayGoOn).isPresent()) {
            mailing = batch(mailing.get());
        }
    }

    /** @return empty if it is not for this run to go on */
    private Optional<Mailing> batch(Mailing known) {
        int max = Math.min(BATCH, known.rate().quota(clock.instant()));
        List<Addressee> addressees = desk.next(known, max);
        if (addressees.isEmpty()) {
            desk.end(known);
            return Optional.empty();
        }
        Optional<Mailing> mailing = Optional.of(known);
        for (Addressee addressee : addressees) {
            mailing = mailing.filter(this::mayGoOn).flatMap(before -> write(before, addressee));
        }
        return mailing;
    }

    /** The user is passed first, and that is committed: a crash may cost a mail, but never sends one twice. */
    private Optional<Mailing> write(Mailing known, Addressee addressee) {
        String userId = addressee.recipient().userId();
        return desk.pass(known, now -> now.passed(known.progress().lastUserId(), userId, clock.instant()))
                .flatMap(passed -> {
                    Delivery delivery = desk.send(passed, addressee);
                    return desk.change(passed, now -> Optional.of(now.after(delivery)));
                });
    }

    private boolean mayGoOn(Mailing mailing) {
        Instant now = clock.instant();
        return mailing.isRunning() && now.isBefore(end) && mailing.rate().quota(now) > 0 && desk.isMine();
    }

    /** What the run is done with: each call is a transaction of its own, committed when it returns. */
    interface Desk {

        /** Why the mailing cannot go on, in words for an administrator; empty if it can. */
        Optional<String> obstacle(Mailing mailing);

        /** Those behind the user passed last. */
        List<Addressee> next(Mailing mailing, int max);

        Delivery send(Mailing mailing, Addressee addressee);

        /** Changes it as it is stored now; empty if that does not want to, or it is gone. */
        Optional<Mailing> change(Mailing mailing, Function<Mailing, Optional<Mailing>> change);

        /** The same, for a user to whom nobody has written yet. */
        Optional<Mailing> pass(Mailing mailing, Function<Mailing, Optional<Mailing>> change);

        /** Whether it is for this run to write to anybody still. */
        boolean isMine();

        /** There is nobody left. */
        void end(Mailing mailing);
    }
}
