package io.agreements.keycloak.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.NamedQuery;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server in which two queries have one name does not start. */
final class NamedQueriesTest {

    @Test
    void everyQueryHasANameOfItsOwn() {
        List<String> names = new AgreementsJpaEntityProviderFactory()
                .create(null).getEntities().stream()
                        .flatMap(entity -> Stream.of(entity.getAnnotationsByType(NamedQuery.class)))
                        .map(NamedQuery::name)
                        .toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }
}
