package io.agreements.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The trees and proofs that implementations of Certificate Transparency are tested with. */
final class VectorsTest {

    private static final List<byte[]> ENTRIES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseThatAreKnown() {
        for (int size = 0; size < ROOTS.size(); size++) {
            List<Hash> leaves =
                    ENTRIES.subList(0, size).stream().map(Hash::ofEntry).toList();

            assertThat(Frontier.EMPTY.append(leaves).root().hex()).isEqualTo(ROOTS.get(size));
            assertThat(new RecursiveTree(ENTRIES.subList(0, size)).root().hex()).isEqualTo(ROOTS.get(size));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/vectors/inclusion.csv", delimiter = ';', maxCharsPerColumn = 10_000)
    void inclusionIsProvenByThatAndNothingElse(
            String name, boolean good, String index, String size, String leaf, String root, String hashes) {
        assertThat(holds(() ->
                        new InclusionProof(number(index), number(size), read(hashes)).proves(parse(leaf), parse(root))))
                .isEqualTo(good);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/vectors/consistency.csv", delimiter = ';', maxCharsPerColumn = 10_000)
    void consistencyIsProvenByThatAndNothingElse(
            String name, boolean good, String earlier, String size, String before, String after, String hashes) {
        assertThat(holds(() -> new ConsistencyProof(number(earlier), number(size), read(hashes))
                        .proves(parse(before), parse(after))))
                .isEqualTo(good);
    }

    private static boolean holds(Claim claim) {
        try {
            return claim.holds();
        } catch (MalformedException e) {
            return false;
        }
    }

    private static List<Hash> read(String hashes) {
        return hashes == null
                ? List.of()
                : Arrays.stream(hashes.split(" ")).map(VectorsTest::parse).toList();
    }

    private static long number(String text) {
        return Strictly.number(text, text);
    }

    private static Hash parse(String hash) {
        return Hash.parse(hash == null ? "" : hash);
    }

    private interface Claim {
        boolean holds();
    }
}
