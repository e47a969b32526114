package io.agreements.proof.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Answers of time stamp authorities, and stamps that were kept. */
final class TimeStampFuzzTest {

    private static final Trial TRIAL = new Trial("time stamps");
    private static final byte[] CHECKPOINT =
            "log.example/one\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n".getBytes(StandardCharsets.US_ASCII);
    private static final TimeStampQuery QUERY =
            TimeStampQuery.of(CHECKPOINT, Optional.empty(), new BigInteger("D7A97F20E86DFB", 16));

    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadOrRefusedAndProveNothingByThemselves(byte[] input) throws Exception {
        TRIAL.run(input, () -> isAnswer(input) | isStamp(input));
    }

    private static boolean isAnswer(byte[] input) {
        try {
            return !isVerified(QUERY.read(input));
        } catch (MalformedException | UnverifiedException e) {
            return false;
        }
    }

    private static boolean isStamp(byte[] input) {
        try {
            TimeStamp stamp = TimeStamp.parse(input);
            assertThat(isVerified(stamp)).isFalse();
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }

    private static boolean isVerified(TimeStamp stamp) {
        try {
            stamp.verify(CHECKPOINT, List.of());
            return true;
        } catch (UnverifiedException e) {
            return false;
        }
    }
}
