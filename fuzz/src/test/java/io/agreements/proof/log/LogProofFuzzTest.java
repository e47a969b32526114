package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import java.nio.charset.StandardCharsets;

/** Proofs that somebody kept with a receipt. */
final class LogProofFuzzTest {

    private static final Trial TRIAL = new Trial("proofs");

    @DictionaryEntries({
        "c2sp.org/tlog-proof@v1\\x0A",
        "extra AAAA\\x0A",
        "index 0\\x0A",
        "\\x0A\\x0A",
        "\\xE2\\x80\\x94 a AAAAAAA=\\x0A",
        "a\\x0A1\\x0ACsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\\x0A",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\\x0A"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadAsTheyAreWrittenOrRefused(byte[] input) throws Exception {
        TRIAL.run(input, () -> {
            LogProof proof;
            try {
                proof = LogProof.parse(input);
            } catch (MalformedException e) {
                return false;
            }
            assertThat(new String(input, StandardCharsets.UTF_8).replaceFirst("^([^\n]*\n)extra [^\n]*\n", "$1"))
                    .isEqualTo(proof.toString());
            assertThat(LogProof.parse(proof.toString().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(proof);
            return true;
        });
    }
}
