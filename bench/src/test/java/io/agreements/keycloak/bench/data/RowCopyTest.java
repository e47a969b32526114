package io.agreements.keycloak.bench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RowCopyTest {
    private static final List<String> COLUMNS = List.of("id", "name", "colour");

    private final RowCopy copy = new RowCopy("flower").with("id", "i::text").with("name", "'rose'");

    @Test
    void whatIsNotReplacedIsCopied() {
        assertThat(copy.sql(COLUMNS, "flower m", "i <> 3", 0, 10))
                .isEqualTo("insert into flower (id, name, colour) select i::text, 'rose', m.colour from flower m"
                        + " cross join generate_series(cast(0 as bigint), 9) i where i <> 3");
    }

    @Test
    void aColumnThatIsNotThereIsNotPassedOver() {
        assertThatThrownBy(() -> copy.sql(List.of("id", "colour"), "flower m", "true", 0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flower");
    }
}
