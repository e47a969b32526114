package io.agreements.keycloak.setup.theme;

import io.agreements.keycloak.setup.condition.Before;
import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** A theme of the realm shows what the product adds to it. One of the realm's own is never put away. */
public final class ThemeCondition implements SetupCondition {

    private static final String WORDS = "theme";

    private final String id;
    private final Theme.Type type;
    private final Supplier<String> read;
    private final Consumer<String> write;
    private final Predicate<String> good;
    private final Supplier<Optional<Sentence>> reasonAgainst;
    private final Themes themes;
    private final Before before;

    private ThemeCondition(
            Theme.Type type,
            Setting setting,
            Predicate<String> good,
            Supplier<Optional<Sentence>> reasonAgainst,
            Themes themes,
            Before before) {
        this.id = setting.id();
        this.type = type;
        this.read = setting.read();
        this.write = setting.write();
        this.good = good;
        this.reasonAgainst = reasonAgainst;
        this.themes = themes;
        this.before = before;
    }

    /** The agreements stand on the page of registration. */
    public static SetupCondition login(KeycloakSession session, RealmModel realm, Before before) {
        Themes themes = new Themes(session);
        return new ThemeCondition(
                Theme.Type.LOGIN,
                new Setting("login-theme", realm::getLoginTheme, realm::setLoginTheme),
                themes::showsAgreements,
                () -> realm.isRegistrationAllowed()
                        ? Optional.empty()
                        : Optional.of(Sentence.of("login-theme.notAllowed")),
                themes,
                before);
    }

    /** Administrators of the realm see agreements in their console. */
    public static SetupCondition admin(KeycloakSession session, RealmModel realm, Before before) {
        return console(
                session,
                Theme.Type.ADMIN,
                new Setting("admin-theme", realm::getAdminTheme, realm::setAdminTheme),
                before);
    }

    /** Users see theirs in their console. */
    public static SetupCondition account(KeycloakSession session, RealmModel realm, Before before) {
        return console(
                session,
                Theme.Type.ACCOUNT,
                new Setting("account-theme", realm::getAccountTheme, realm::setAccountTheme),
                before);
    }

    private static SetupCondition console(KeycloakSession session, Theme.Type type, Setting setting, Before before) {
        Themes themes = new Themes(session);
        return new ThemeCondition(type, setting, name -> themes.hasViews(name, type), Optional::empty, themes, before);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Finding look() {
        Optional<Sentence> notNeeded = reasonAgainst.get();
        if (notNeeded.isPresent()) {
            return Finding.notNeeded(notNeeded.orElseThrow());
        }
        String chosen = read.get();
        if (!themes.isInstalled(type)) {
            return Finding.byHand(Sentence.of(WORDS + ".noJar"));
        }
        if (good.test(chosen)) {
            return Finding.ok(Sentence.of(id + ".ok", shown(chosen)));
        }
        return themes.isStock(chosen)
                ? Finding.toMend(
                        Sentence.of(id + ".stock", shown(chosen)), new Change(change(Themes.AGREEMENTS), this::choose))
                : Finding.byHand(Sentence.of(id + ".own", chosen));
    }

    @Override
    public List<Change> takeBack() {
        String chosen = read.get();
        String former = before.get(id);
        return chosen != null && Themes.OURS.contains(chosen)
                ? List.of(new Change(change(former == null ? themes.stock(type) : former), this::restore))
                : List.of();
    }

    private Sentence change(String to) {
        return Sentence.of(id + ".change", shown(read.get()), shown(to));
    }

    private void choose() {
        before.forget(id);
        before.keep(id, read.get());
        write.accept(Themes.AGREEMENTS);
    }

    private void restore() {
        write.accept(before.get(id));
        before.forget(id);
    }

    private String shown(String name) {
        return themes.shown(name, type);
    }

    /**
     * Where a realm has it.
     *
     * @param id of the condition
     */
    private record Setting(String id, Supplier<String> read, Consumer<String> write) {}
}
