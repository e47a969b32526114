package io.agreements.keycloak.setup.condition;

import java.util.List;
import java.util.Optional;

/** Something that a realm needs so that the product does its work there. It lives as long as a request. */
public interface SetupCondition {

    /** What it is called in REST; never changed. */
    String id();

    /** How the realm meets it. Changes nothing. */
    Finding look();

    /** What takes back what the realm has of the product here, whoever made it; empty if there is nothing. */
    default List<Change> takeBack() {
        return List.of();
    }

    /** What users meet if the jars go while the realm is as it is; empty if nothing stands in anybody's way then. */
    default Optional<Sentence> withoutJars() {
        return Optional.empty();
    }

    /** What taking back leaves as it is, although it has to do with the product; empty if nothing. */
    default Optional<Sentence> stays() {
        return Optional.empty();
    }
}
