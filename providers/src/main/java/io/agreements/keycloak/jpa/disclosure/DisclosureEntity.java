package io.agreements.keycloak.jpa.disclosure;

import io.agreements.keycloak.disclosure.Disclosure;
import io.agreements.keycloak.ledger.details.DisclosureGround;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Nationalized;

/** An entry of the register of disclosures. */
@Entity
@Table(name = "AGR_DISCLOSURE")
@NamedQuery(
        name = DisclosureEntity.CURRENT,
        query = "select d from DisclosureEntity d where d.id = :id and d.correctedBy is null")
@NamedQuery(
        name = DisclosureEntity.CORRECT,
        query = "update DisclosureEntity d set d.correctedBy = :correctedBy where d.id = :id")
public class DisclosureEntity {

    static final String CURRENT = "agreements.currentDisclosure";
    static final String CORRECT = "agreements.correctDisclosure";

    private static final String LINE = "\n";

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Nationalized
    @Column(name = "RECIPIENT", length = Disclosure.WORDS, nullable = false)
    String recipient;

    @Enumerated(EnumType.STRING)
    @Column(name = "GROUND", length = 32, nullable = false)
    DisclosureGround ground;

    /** One on a line. */
    @Nationalized
    @Column(name = "CATEGORIES", length = 1000, nullable = false)
    String categories;

    @Column(name = "DISCLOSED_AT", nullable = false)
    long disclosedAt;

    @Nationalized
    @Column(name = "FILE_REFERENCE", length = Disclosure.WORDS)
    String reference;

    @Column(name = "NOT_BEFORE")
    Long notBefore;

    @Nationalized
    @Column(name = "SILENCE_GROUND", length = Disclosure.WORDS)
    String silence;

    @Column(name = "REGISTERED_AT", nullable = false)
    long registeredAt;

    @Column(name = "REGISTERED_BY", length = 255, nullable = false)
    String registeredBy;

    /** The entry in the place of which it stands. */
    @Column(name = "CORRECTS", length = 36)
    String corrects;

    /** The entry that stands in its place: of all there is of an entry the one thing that comes later. */
    @Column(name = "CORRECTED_BY", length = 36)
    String correctedBy;

    static DisclosureEntity of(Disclosure disclosure) {
        DisclosureEntity entity = new DisclosureEntity();
        entity.id = disclosure.id();
        entity.realmId = disclosure.realmId();
        entity.recipient = disclosure.recipient();
        entity.ground = disclosure.ground();
        entity.categories = String.join(LINE, disclosure.data());
        entity.disclosedAt = disclosure.disclosedAt().toEpochMilli();
        entity.reference = disclosure.reference();
        entity.notBefore =
                disclosure.notBefore() == null ? null : disclosure.notBefore().toEpochMilli();
        entity.silence = disclosure.silence();
        entity.registeredAt = disclosure.registeredAt().toEpochMilli();
        entity.registeredBy = disclosure.registeredBy();
        entity.corrects = disclosure.corrects();
        entity.correctedBy = disclosure.correctedBy();
        return entity;
    }

    Disclosure toDisclosure() {
        return new Disclosure(
                id,
                realmId,
                recipient,
                ground,
                List.of(categories.split(LINE)),
                Instant.ofEpochMilli(disclosedAt),
                reference,
                notBefore == null ? null : Instant.ofEpochMilli(notBefore),
                silence,
                Instant.ofEpochMilli(registeredAt),
                registeredBy,
                corrects,
                correctedBy);
    }
}
