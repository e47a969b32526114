package io.agreements.keycloak.account.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class PagesTest {

    @Test
    void aListIsReadUntilAPageIsNotFull() {
        List<List<String>> asked = new ArrayList<>();
        Pages<String> pages = new Pages<>(2, last -> {
            asked.add(last);
            return last.isEmpty() ? List.of("a", "b") : List.of();
        });
        assertThat(pages.next()).containsExactly("a", "b");
        assertThat(pages.hasNext()).isTrue();
        assertThat(pages.next()).isEmpty();
        assertThat(pages.hasNext()).isFalse();
        assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);

        assertThat(asked).containsExactly(List.of(), List.of("a", "b"));
    }
}
