package io.agreements.proof.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers that stand in databases: these never change. */
final class RecordKeysTest {

    @Test
    void aRealmHasTheFirstEightBytesOfTheDigestOfItsId() {
        assertThat(RecordKeys.ofRealm("shop")).isEqualTo(-8246088911220477891L);
    }

    @Test
    void acceptancesAreListedByAgreementAndOthersByType() {
        assertThat(RecordKeys.ofList("shop", "GRANT", null)).isEqualTo(-8689873672077183952L);
        assertThat(RecordKeys.ofList("shop", "ACCEPTANCE", "terms")).isEqualTo(-2376796210049050017L);
        assertThat(RecordKeys.ofList("shop", "PUBLICATION", "terms"))
                .isEqualTo(-5972776401356639596L)
                .isEqualTo(RecordKeys.ofList("shop", "PUBLICATION", "news"))
                .isEqualTo(RecordKeys.ofAgreements("shop", "PUBLICATION"));
        assertThat(RecordKeys.ofList("shop", "ACCEPTANCE", "news"))
                .isNotEqualTo(RecordKeys.ofList("shop", "ACCEPTANCE", "terms"));
    }

    @Test
    void allRecordsOfATypeAreInItsLists() {
        assertThat(RecordKeys.ofLists("shop", "HOLD"))
                .containsExactly(RecordKeys.ofList("shop", "HOLD", null), RecordKeys.ofList("shop", "HOLD", "terms"));
        assertThat(RecordKeys.ofLists("shop", "ACCEPTANCE")).isEmpty();
    }
}
