package io.agreements.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Agrees with the definition of RFC 6962 for trees of every size up to some, and of random ones beyond. */
final class MerkleTreeTest {

    private static final int EVERY = 40;
    private static final int LARGEST = 1000;

    private final Random random = new Random(6962);
    private final List<byte[]> entries = IntStream.range(0, LARGEST)
            .mapToObj(number -> {
                byte[] entry = new byte[random.nextInt(40)];
                random.nextBytes(entry);
                return entry;
            })
            .toList();

    @Test
    void rootsAgree() {
        Frontier frontier = Frontier.EMPTY;
        while (frontier.size() < LARGEST) {
            int from = (int) frontier.size();
            int to = Math.min(LARGEST, from + (from < EVERY ? 1 : random.nextInt(300)));
            frontier = frontier.append(leaves(from, to));

            assertThat(frontier.size()).isEqualTo(to);
            assertThat(frontier.root())
                    .isEqualTo(tree(to).root())
                    .isEqualTo(definition(to).root());
            assertThat(Frontier.read(to, this::compute).root()).isEqualTo(frontier.root());
        }
    }

    @Test
    void inclusionProofsAgree() {
        for (int size : sizes()) {
            for (int index : size <= EVERY ? IntStream.range(0, size).toArray() : some(size)) {
                InclusionProof proof = tree(size).inclusion(index);
                Hash leaf = Hash.ofEntry(entries.get(index));
                Hash root = definition(size).root();

                assertThat(proof.hashes()).isEqualTo(definition(size).path(index));
                assertThat(proof.proves(leaf, root)).isTrue();
                assertThat(proof.proves(Hash.ofEntry(new byte[100]), root)).isFalse();
                assertThat(proof.proves(leaf, Hash.ofEntry(new byte[100]))).isFalse();
            }
        }
    }

    @Test
    void consistencyProofsAgree() {
        for (int size : sizes()) {
            for (int earlier : size <= EVERY ? IntStream.rangeClosed(1, size).toArray() : some(size)) {
                ConsistencyProof proof = tree(size).consistency(Math.max(1, earlier));
                Hash before = definition((int) proof.earlier()).root();
                Hash after = definition(size).root();

                assertThat(proof.hashes()).isEqualTo(definition(size).proof((int) proof.earlier()));
                assertThat(proof.proves(before, after)).isTrue();
                assertThat(proof.proves(Hash.ofEntry(new byte[100]), after)).isFalse();
                assertThat(proof.proves(before, Hash.ofEntry(new byte[100]))).isFalse();
            }
        }
    }

    @Test
    void noProofHoldsForAnythingElse() {
        InclusionProof inclusion = tree(100).inclusion(37);
        ConsistencyProof consistency = tree(100).consistency(37);
        Hash leaf = Hash.ofEntry(entries.get(37));
        for (int number = 0; number < 130; number++) {
            assertThat(new InclusionProof(number, 100, inclusion.hashes())
                            .proves(leaf, definition(100).root()))
                    .isEqualTo(number == 37);
            assertThat(new ConsistencyProof(number, 100, consistency.hashes())
                            .proves(definition(number).root(), definition(100).root()))
                    .isEqualTo(number == 37);
        }
        for (List<Hash> other : spoilt(inclusion.hashes())) {
            assertThat(new InclusionProof(37, 100, other)
                            .proves(leaf, definition(100).root()))
                    .isFalse();
        }
        for (List<Hash> other : spoilt(consistency.hashes())) {
            assertThat(new ConsistencyProof(37, 100, other)
                            .proves(definition(37).root(), definition(100).root()))
                    .isFalse();
        }
    }

    @Test
    void everyTreeBeginsWithNothing() {
        assertThat(tree(5).consistency(0).hashes()).isEmpty();
        assertThat(tree(5).consistency(0).proves(Hash.OF_NOTHING, definition(5).root()))
                .isTrue();
        assertThat(tree(5).consistency(0)
                        .proves(definition(1).root(), definition(5).root()))
                .isFalse();
        assertThat(tree(0).consistency(0).proves(Hash.OF_NOTHING, Hash.OF_NOTHING))
                .isTrue();
        assertThat(tree(0).root()).isEqualTo(Hash.OF_NOTHING);
    }

    @Test
    void theLargestTreesHaveProofsThatEnd() {
        Hash hash = Hash.OF_NOTHING;
        MerkleTree tree = new MerkleTree(
                Long.MAX_VALUE, nodes -> nodes.stream().map(node -> hash).toList());

        assertThat(tree.inclusion(Long.MAX_VALUE - 1).hashes()).hasSize(62);
        assertThat(tree.inclusion(0).hashes()).hasSize(63);
        assertThat(tree.inclusion(0).proves(hash, hash)).isFalse();
        assertThat(tree.consistency(Long.MAX_VALUE - 1).proves(hash, hash)).isFalse();
        assertThat(tree.consistency(1L << 62).hashes()).hasSize(1);
    }

    @Test
    void whatThereIsNotHasNoProof() {
        assertThatIllegalArgumentException().isThrownBy(() -> tree(5).inclusion(5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree(5).inclusion(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> tree(5).consistency(6));
        assertThatIllegalArgumentException().isThrownBy(() -> tree(5).consistency(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> tree(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Node(63, 0));
        assertThat(new InclusionProof(5, 5, List.of()).proves(Hash.OF_NOTHING, Hash.OF_NOTHING))
                .isFalse();
    }

    @Test
    void aSourceThatAnswersWithLessIsNotBelieved() {
        assertThatIllegalStateException().isThrownBy(() -> new MerkleTree(5, nodes -> List.of()).root());
        assertThatIllegalStateException().isThrownBy(() -> Frontier.read(5, nodes -> List.of()));
    }

    private int[] sizes() {
        return IntStream.concat(IntStream.rangeClosed(1, EVERY), random.ints(12, EVERY, LARGEST + 1))
                .toArray();
    }

    private int[] some(int size) {
        return random.ints(10, 0, size).toArray();
    }

    /** One changed, one left out, one more, two swapped. */
    private static List<List<Hash>> spoilt(List<Hash> hashes) {
        List<List<Hash>> all = new ArrayList<>();
        for (int number = 0; number < hashes.size(); number++) {
            List<Hash> changed = new ArrayList<>(hashes);
            changed.set(number, Hash.OF_NOTHING);
            all.add(changed);
            List<Hash> fewer = new ArrayList<>(hashes);
            fewer.remove(number);
            all.add(fewer);
            List<Hash> more = new ArrayList<>(hashes);
            more.add(number, hashes.get(number));
            all.add(more);
            if (number > 0) {
                List<Hash> swapped = new ArrayList<>(hashes);
                swapped.set(number, hashes.get(number - 1));
                swapped.set(number - 1, hashes.get(number));
                all.add(swapped);
            }
        }
        return all;
    }

    private RecursiveTree definition(int size) {
        return new RecursiveTree(entries.subList(0, size));
    }

    private MerkleTree tree(int size) {
        return new MerkleTree(size, this::compute);
    }

    private List<Hash> leaves(int from, int to) {
        return entries.subList(from, to).stream().map(Hash::ofEntry).toList();
    }

    private List<Hash> compute(List<Node> nodes) {
        return nodes.stream()
                .map(node -> {
                    int from = (int) (node.index() << node.level());
                    return new RecursiveTree(entries.subList(from, from + (1 << node.level()))).root();
                })
                .toList();
    }
}
