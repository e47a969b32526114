package io.agreements.proof.merkle;

import java.util.List;

/**
 * That a leaf is in a tree.
 *
 * @param index the leaf's, from 0 on
 * @param size the tree's
 * @param hashes from the leaf's sibling up to the root's child
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether it proves it for this leaf and this root (RFC 9162, 2.1.3.2). */
    public boolean proves(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : hashes) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hash.ofNode(sibling, hash);
                int alone = Long.numberOfTrailingZeros(place);
                place >>>= alone;
                last >>>= alone;
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
