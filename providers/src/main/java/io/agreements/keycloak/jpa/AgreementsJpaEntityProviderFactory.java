package io.agreements.keycloak.jpa;

import io.agreements.keycloak.jpa.acceptance.RenewalRequestEntity;
import io.agreements.keycloak.jpa.acceptance.StandingEntity;
import io.agreements.keycloak.jpa.account.DeletionRequestEntity;
import io.agreements.keycloak.jpa.account.EventErasureEntity;
import io.agreements.keycloak.jpa.account.MailingEntity;
import io.agreements.keycloak.jpa.agreement.AgreementEntity;
import io.agreements.keycloak.jpa.agreement.TextEntity;
import io.agreements.keycloak.jpa.agreement.VersionEntity;
import io.agreements.keycloak.jpa.conduct.BarredNameEntity;
import io.agreements.keycloak.jpa.conduct.RestrictionEntity;
import io.agreements.keycloak.jpa.conduct.WordListEntity;
import io.agreements.keycloak.jpa.disclosure.ConcernedUserEntity;
import io.agreements.keycloak.jpa.disclosure.DisclosureEntity;
import io.agreements.keycloak.jpa.ledger.erasure.HeldErasureEntity;
import io.agreements.keycloak.jpa.ledger.erasure.HoldEntity;
import io.agreements.keycloak.jpa.ledger.erasure.RealmErasureEntity;
import io.agreements.keycloak.jpa.ledger.erasure.RetentionEntity;
import io.agreements.keycloak.jpa.ledger.erasure.RetentionRunEntity;
import io.agreements.keycloak.jpa.ledger.kept.SettingsEntity;
import io.agreements.keycloak.jpa.ledger.kept.WordingEntity;
import io.agreements.keycloak.jpa.ledger.log.CheckpointEntity;
import io.agreements.keycloak.jpa.ledger.log.LogEntity;
import io.agreements.keycloak.jpa.ledger.log.LogKeyEntity;
import io.agreements.keycloak.jpa.ledger.log.TileEntity;
import io.agreements.keycloak.jpa.ledger.record.CommonEntity;
import io.agreements.keycloak.jpa.ledger.record.ConnectionEntity;
import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import io.agreements.keycloak.jpa.ledger.verification.VerificationEntity;
import io.agreements.keycloak.jpa.statistics.StatisticEntity;
import io.agreements.keycloak.jpa.task.LeaseEntity;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Adds the tables of this extension to Keycloak's own database. */
public final class AgreementsJpaEntityProviderFactory implements JpaEntityProviderFactory {

    /** Names Liquibase's own table for this extension; it must never change. */
    private static final String ID = "agreements";

    private static final String CHANGELOG = "META-INF/agreements-changelog.xml";

    private static final List<Class<?>> ENTITIES = List.of(
            AgreementEntity.class,
            VersionEntity.class,
            TextEntity.class,
            StandingEntity.class,
            RenewalRequestEntity.class,
            RecordEntity.class,
            ConnectionEntity.class,
            CommonEntity.class,
            DeletionRequestEntity.class,
            EventErasureEntity.class,
            MailingEntity.class,
            RetentionEntity.class,
            RetentionRunEntity.class,
            LogEntity.class,
            TileEntity.class,
            CheckpointEntity.class,
            LogKeyEntity.class,
            VerificationEntity.class,
            WordingEntity.class,
            SettingsEntity.class,
            HoldEntity.class,
            HeldErasureEntity.class,
            RealmErasureEntity.class,
            StatisticEntity.class,
            RestrictionEntity.class,
            WordListEntity.class,
            BarredNameEntity.class,
            DisclosureEntity.class,
            ConcernedUserEntity.class,
            LeaseEntity.class);

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new JpaEntityProvider() {
            @Override
            public List<Class<?>> getEntities() {
                return ENTITIES;
            }

            @Override
            public String getChangelogLocation() {
                return CHANGELOG;
            }

            @Override
            public String getFactoryId() {
                return ID;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new IsolationCheck());
    }

    @Override
    public void close() {}
}
