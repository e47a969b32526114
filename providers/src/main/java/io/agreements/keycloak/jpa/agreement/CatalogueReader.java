package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/**
 * Reads agreements, the texts themselves left out: from the whole to its parts. What is committed in between can add a
 * part that belongs to nothing known yet, and that is passed over; it cannot leave a published version without its texts.
 */
final class CatalogueReader {

    private final EntityManager entities;

    CatalogueReader(EntityManager entities) {
        this.entities = entities;
    }

    /** All agreements of the realm, in three statements. */
    StoredCatalogue read(RealmModel realm) {
        List<AgreementEntity> agreements = entities.createNamedQuery(AgreementEntity.BY_REALM, AgreementEntity.class)
                .setParameter("realmId", realm.getId())
                .getResultList();
        Map<String, Integer> changes =
                agreements.stream().collect(Collectors.toMap(found -> found.id, found -> found.changes));
        if (agreements.isEmpty()) {
            return new StoredCatalogue(Catalogue.of(List.of()), changes);
        }
        Map<String, List<VersionEntity>> versions = entities.createNamedQuery(
                        VersionEntity.BY_REALM, VersionEntity.class)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .collect(Collectors.groupingBy(version -> version.agreementId));
        Map<String, List<Text>> texts = texts(TextEntity.DESCRIPTIONS_BY_REALM, "realmId", realm.getId());
        return new StoredCatalogue(
                Catalogue.of(agreements.stream()
                        .map(agreement -> toAgreement(agreement, versions.getOrDefault(agreement.id, List.of()), texts))
                        .toList()),
                changes);
    }

    /** One agreement, in two statements. */
    Agreement read(AgreementEntity agreement) {
        List<VersionEntity> versions = entities.createNamedQuery(VersionEntity.BY_AGREEMENT, VersionEntity.class)
                .setParameter("agreementId", agreement.id)
                .getResultList();
        return toAgreement(
                agreement, versions, texts(TextEntity.DESCRIPTIONS_BY_AGREEMENT, "agreementId", agreement.id));
    }

    /** One version, in one statement. */
    Version read(VersionEntity version) {
        return toVersion(
                version,
                texts(TextEntity.DESCRIPTIONS_BY_VERSION, "versionId", version.id)
                        .getOrDefault(version.id, List.of()));
    }

    /** How often each agreement of the realm was changed, by its id: equal to what a catalogue was read with if that is still good. */
    Map<String, Integer> changes(RealmModel realm) {
        return entities.createNamedQuery(AgreementEntity.CHANGES_BY_REALM, Object[].class)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1]));
    }

    private Map<String, List<Text>> texts(String query, String parameter, String id) {
        return entities.createNamedQuery(query, Object[].class)
                .setParameter(parameter, id)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(CatalogueReader::toText, Collectors.toList())));
    }

    private static Agreement toAgreement(
            AgreementEntity entity, List<VersionEntity> versions, Map<String, List<Text>> texts) {
        Function<VersionEntity, Version> toVersion =
                version -> toVersion(version, texts.getOrDefault(version.id, List.of()));
        return new Agreement(
                entity.id,
                entity.key,
                entity.requirement,
                entity.bindingLocale,
                entity.position,
                entity.audience(),
                entity.reacceptAfterDays,
                entity.edits,
                versions.stream().map(toVersion).toList());
    }

    static Version toVersion(VersionEntity entity, List<Text> texts) {
        return new Version(
                entity.number,
                entity.label,
                entity.material,
                entity.acceptance,
                entity.readToEnd,
                entity.articlesDiffer,
                entity.timeline(),
                entity.edits,
                texts);
    }

    static Text toText(TextEntity entity) {
        return new Text(entity.id, entity.locale, entity.title, entity.summary, entity.digest, entity.edits);
    }

    private static Text toText(Object[] row) {
        return new Text(
                (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5], (int) row[6]);
    }
}
