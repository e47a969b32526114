package io.agreements.keycloak.setup;

import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.MissingNames;
import io.agreements.keycloak.setup.client.AdminHostCondition;
import io.agreements.keycloak.setup.client.ClaimCondition;
import io.agreements.keycloak.setup.client.ClientPolicyCondition;
import io.agreements.keycloak.setup.client.ConsoleClientCondition;
import io.agreements.keycloak.setup.client.DeletionRoleCondition;
import io.agreements.keycloak.setup.condition.Before;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.SetupCondition;
import io.agreements.keycloak.setup.condition.SetupProvider;
import io.agreements.keycloak.setup.content.AudiencesCondition;
import io.agreements.keycloak.setup.content.BindingTextsCondition;
import io.agreements.keycloak.setup.content.InForceCondition;
import io.agreements.keycloak.setup.flow.OtherFlowsCondition;
import io.agreements.keycloak.setup.flow.OwnAction;
import io.agreements.keycloak.setup.flow.RegistrationFlowCondition;
import io.agreements.keycloak.setup.flow.RequiredActionCondition;
import io.agreements.keycloak.setup.page.PageCondition;
import io.agreements.keycloak.setup.page.PageLanguagesCondition;
import io.agreements.keycloak.setup.page.SamplePages;
import io.agreements.keycloak.setup.realm.BruteForceCondition;
import io.agreements.keycloak.setup.realm.EmailSenderCondition;
import io.agreements.keycloak.setup.realm.EventListenerCondition;
import io.agreements.keycloak.setup.realm.LifespansCondition;
import io.agreements.keycloak.setup.realm.TimeZoneCondition;
import io.agreements.keycloak.setup.realm.UserProfileCondition;
import io.agreements.keycloak.setup.theme.ClientThemesCondition;
import io.agreements.keycloak.setup.theme.ThemeCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What a realm needs so that the product does its work there: looked at, made, and taken back. */
public final class Setup {

    private final List<SetupCondition> conditions;
    private final boolean inUse;

    private Setup(List<SetupCondition> conditions, boolean inUse) {
        this.conditions = conditions;
        this.inUse = inUse;
    }

    /** Of a realm as it is now. */
    public static Setup of(KeycloakSession session, RealmModel realm, Instant now) {
        Catalogue catalogue = session.getProvider(AgreementProvider.class).stored(realm);
        SetupProvider store = session.getProvider(SetupProvider.class);
        Before before = new Before(realm);
        SamplePages pages = new SamplePages(session, realm, catalogue, now);
        List<SetupCondition> conditions = new ArrayList<>(List.of(
                new InForceCondition(catalogue, now),
                new BindingTextsCondition(catalogue),
                new AudiencesCondition(realm, catalogue, MissingNames.in(session)),
                new RegistrationFlowCondition(session, realm, before),
                ThemeCondition.login(session, realm, before),
                new ClientThemesCondition(session, realm, store)));
        conditions.addAll(PageCondition.all(pages));
        conditions.addAll(List.of(
                new PageLanguagesCondition(pages),
                new RequiredActionCondition(realm, OwnAction.ACCEPTANCE, store),
                new RequiredActionCondition(realm, OwnAction.DELETION, store),
                new RequiredActionCondition(realm, OwnAction.RESTRICTION, store),
                new DeletionRoleCondition(realm, before),
                new EventListenerCondition(realm),
                new ClientPolicyCondition(session, realm),
                new ClaimCondition(realm, store, before),
                new EmailSenderCondition(realm),
                new LifespansCondition(realm, before),
                new BruteForceCondition(realm, before),
                new TimeZoneCondition(realm),
                ThemeCondition.admin(session, realm, before),
                ThemeCondition.account(session, realm, before),
                new ConsoleClientCondition(session, realm),
                new AdminHostCondition(session, realm),
                new UserProfileCondition(session),
                new OtherFlowsCondition(realm)));
        return new Setup(List.copyOf(conditions), InForceCondition.isMet(catalogue, now));
    }

    /** Whether the realm asks anybody for anything: in others nothing has to be mended. */
    public boolean isInUse() {
        return inUse;
    }

    /** All there are, in the order in which they are shown. */
    public List<String> ids() {
        return conditions.stream().map(SetupCondition::id).toList();
    }

    /**
     * What would be changed so that the realm meets these conditions.
     *
     * @param ids among {@link #ids()}
     */
    public Plan mending(Collection<String> ids) {
        return new Plan(conditions.stream()
                .filter(condition -> ids.contains(condition.id()))
                .map(condition -> {
                    Finding finding = condition.look();
                    return new Plan.Part(
                            condition.id(),
                            finding,
                            finding.changes(),
                            condition.withoutJars().orElse(null),
                            null);
                })
                .toList());
    }

    /** What would be changed so that nothing stands in anybody's way once the jars are gone. */
    public Plan takingBack() {
        return new Plan(conditions.stream()
                .map(condition -> new Plan.Part(
                        condition.id(),
                        condition.look(),
                        condition.takeBack(),
                        condition.withoutJars().orElse(null),
                        condition.stays().orElse(null)))
                .toList());
    }
}
