package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Policies, as those who check proofs write them. */
final class PolicyFuzzTest {

    private static final Trial TRIAL = new Trial("policies");

    @DictionaryEntries({
        "log ",
        "witness a ",
        "group g any a\\x0A",
        "group h all g b\\x0A",
        "quorum none\\x0A",
        "quorum g\\x0A",
        "none",
        "# ",
        "\\x09",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areTakenInOneMeaningOrRefused(byte[] input) throws Exception {
        TRIAL.run(input, () -> {
            Policy policy;
            try {
                policy = Policy.parse(input);
            } catch (MalformedException e) {
                return false;
            }
            assertThat(Policy.parse(policy.toString().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(policy);
            assertThat(policy.isQuorum(Set.of())).isEqualTo(policy.quorum().equals(Policy.NONE));
            return true;
        });
    }
}
