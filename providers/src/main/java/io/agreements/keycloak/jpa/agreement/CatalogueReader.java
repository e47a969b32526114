package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Revision;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/** Reads all agreements of a realm in three statements, the texts themselves left out. */
final class CatalogueReader {

    private final EntityManager entities;

    CatalogueReader(EntityManager entities) {
        this.entities = entities;
    }

    Catalogue read(RealmModel realm) {
        String revision = Revision.of(realm);
        List<AgreementEntity> agreements = entities.createNamedQuery(AgreementEntity.BY_REALM, AgreementEntity.class)
                .setParameter("realmId", realm.getId())
                .getResultList();
        if (agreements.isEmpty()) {
            return new Catalogue(revision, List.of());
        }
        Map<String, List<Text>> texts = entities.createNamedQuery(TextEntity.DESCRIPTIONS_BY_REALM, Object[].class)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(CatalogueReader::toText, Collectors.toList())));
        Map<String, List<Version>> versions = entities.createNamedQuery(VersionEntity.BY_REALM, VersionEntity.class)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        version -> version.agreementId,
                        Collectors.mapping(
                                version -> toVersion(version, texts.getOrDefault(version.id, List.of())),
                                Collectors.toList())));
        return new Catalogue(
                revision,
                agreements.stream()
                        .map(agreement -> toAgreement(agreement, versions.getOrDefault(agreement.id, List.of())))
                        .toList());
    }

    private static Agreement toAgreement(AgreementEntity entity, List<Version> versions) {
        return new Agreement(
                entity.id,
                entity.key,
                entity.requirement,
                entity.bindingLocale,
                entity.position,
                entity.audience(),
                entity.reacceptAfterDays,
                entity.edits,
                versions);
    }

    static Version toVersion(VersionEntity entity, List<Text> texts) {
        return new Version(
                entity.number,
                entity.label,
                entity.material,
                entity.acceptance,
                entity.readToEnd,
                entity.timeline(),
                entity.edits,
                texts);
    }

    private static Text toText(Object[] row) {
        return new Text(
                (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5], (int) row[6]);
    }
}
