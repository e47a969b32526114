package io.agreements.proof.merkle;

import java.util.List;

/** Where the hashes of complete subtrees are kept. */
@FunctionalInterface
public interface HashSource {

    /** Their hashes, in the order in which they are asked for. */
    List<Hash> read(List<Node> nodes);
}
