package io.agreements.keycloak.account.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedInEventsTest {

    private static final String KEY = NameDigest.newKey();

    private final NamedInEvents named =
            new NamedInEvents(List.of(gone(KEY, "ann", "ann@example.org"), gone(NameDigest.newKey(), "王小明")));

    @ParameterizedTest
    @ValueSource(strings = {"ann", "Ann", "ANN@EXAMPLE.ORG", " ann@example.org ", "ａｎｎ", "王小明"})
    void aNameIsKnownHoweverItWasTyped(String name) {
        assertThat(named.test(List.of("form", name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "an", "anna", "ann@example.com", "bob"})
    void anotherNameIsNot(String name) {
        assertThat(named.test(List.of(name))).isFalse();
    }

    @Test
    void detailsWithoutAValueNameNobody() {
        assertThat(named.test(List.of())).isFalse();
        assertThat(named.test(Arrays.asList(null, "form"))).isFalse();
    }

    @Test
    void whatIsTooLongForANameIsNotEvenDigested() {
        String longest = "a".repeat(255);
        NamedInEvents known = new NamedInEvents(List.of(gone(KEY, longest, longest + "a")));
        assertThat(known.test(List.of(longest))).isTrue();
        assertThat(known.test(List.of(longest + "a"))).isFalse();
    }

    @Test
    void aDigestTellsNothingWithoutItsKeyAndIsShort() {
        String digest = new NameDigest(KEY).of("ann");
        assertThat(digest)
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(new NameDigest(NameDigest.newKey()).of("ann"))
                .isNotEqualTo(new NameDigest(KEY).of("bob"));
        assertThat(NameDigest.newKey()).hasSize(32).isNotEqualTo(NameDigest.newKey());
    }

    @Test
    void whereNobodyIsGoneNobodyIsNamed() {
        assertThat(new NamedInEvents(Collections.emptyList()).test(List.of("ann")))
                .isFalse();
    }

    private static GoneNames gone(String key, String... names) {
        NameDigest digest = new NameDigest(key);
        Set<String> digests = Stream.of(names).map(digest::of).collect(Collectors.toSet());
        return new GoneNames("user", Instant.EPOCH, key, digests);
    }
}
