package io.agreements.keycloak.setup.realm;

import io.agreements.keycloak.setup.condition.Before;
import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Keycloak waits long enough for somebody who reads. */
public final class LifespansCondition implements SetupCondition {

    private static final String ID = "lifespans";

    /** Half an hour, in seconds. */
    private static final int ENOUGH = 1800;

    private static final int SECONDS_A_MINUTE = 60;

    /** How long links in mails are good, in seconds. Where it is not set, they follow the time to answer a page. */
    private static final String LINKS = "actionTokenGeneratedByUserLifespan";

    private final RealmModel realm;
    private final Before before;
    private final List<Span> spans;

    public LifespansCondition(RealmModel realm, Before before) {
        this.realm = realm;
        this.before = before;
        this.spans = List.of(
                new Span("login", realm::getAccessCodeLifespanLogin, realm::setAccessCodeLifespanLogin),
                new Span("action", realm::getAccessCodeLifespanUserAction, realm::setAccessCodeLifespanUserAction),
                new Span("idle", realm::getSsoSessionIdleTimeout, realm::setSsoSessionIdleTimeout));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        List<Span> tooShort =
                spans.stream().filter(span -> span.read().getAsInt() < ENOUGH).toList();
        if (tooShort.isEmpty()) {
            return Finding.ok(Sentence.of(ID + ".ok"));
        }
        List<Change> changes = new ArrayList<>();
        if (realm.getAttribute(LINKS) == null && realm.getAccessCodeLifespanUserAction() < ENOUGH) {
            int links = realm.getAccessCodeLifespanUserAction();
            changes.add(new Change(Sentence.of(ID + ".links", minutes(links)), () -> keepLinks(links)));
        }
        tooShort.forEach(span -> changes.add(new Change(
                Sentence.of(ID + "." + span.name(), minutes(span.read().getAsInt()), minutes(ENOUGH)),
                () -> lengthen(span))));
        return Finding.toMend(Sentence.of(ID + ".short", minutes(ENOUGH)), changes);
    }

    /** What somebody has set to another value since stays as it is. */
    @Override
    public List<Change> takeBack() {
        Stream<Change> spansBack = spans.stream()
                .filter(span -> before.has(kept(span.name())))
                .filter(span -> span.read().getAsInt() == ENOUGH)
                .map(span -> new Change(
                        Sentence.of(
                                ID + "." + span.name(),
                                minutes(ENOUGH),
                                minutes(Integer.parseInt(before.get(kept(span.name()))))),
                        () -> shorten(span)));
        Stream<Change> linksBack = Optional.of(new Change(Sentence.of(ID + ".linksBack"), this::freeLinks))
                .filter(change -> before.has(kept("links")))
                .stream();
        return Stream.concat(spansBack, linksBack).toList();
    }

    private void keepLinks(int seconds) {
        before.keep(kept("links"), null);
        realm.setAttribute(LINKS, seconds);
    }

    private void freeLinks() {
        realm.removeAttribute(LINKS);
        before.forget(kept("links"));
    }

    private void lengthen(Span span) {
        before.keep(kept(span.name()), String.valueOf(span.read().getAsInt()));
        span.write().accept(ENOUGH);
    }

    private void shorten(Span span) {
        span.write().accept(Integer.parseInt(before.get(kept(span.name()))));
        before.forget(kept(span.name()));
    }

    private static String kept(String name) {
        return ID + "." + name;
    }

    /** In minutes and, if it is not a whole number of them, with a decimal. */
    private static String minutes(int seconds) {
        return seconds % SECONDS_A_MINUTE == 0
                ? String.valueOf(seconds / SECONDS_A_MINUTE)
                : String.valueOf(Math.round(seconds * 10.0 / SECONDS_A_MINUTE) / 10.0);
    }

    private record Span(String name, IntSupplier read, IntConsumer write) {}
}
