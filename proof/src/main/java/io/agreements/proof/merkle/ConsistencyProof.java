package io.agreements.proof.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree begins with all that was in an earlier one.
 *
 * @param earlier the size of the earlier tree
 * @param size the size of the later one
 * @param hashes as RFC 6962 orders them
 */
public record ConsistencyProof(long earlier, long size, List<Hash> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether it proves it for these two roots (RFC 9162, 2.1.4.2). */
    public boolean proves(Hash earlierRoot, Hash root) {
        if (earlier < 0 || earlier > size) {
            return false;
        }
        if (earlier == size) {
            return hashes.isEmpty() && earlierRoot.equals(root) && (size > 0 || root.equals(Hash.OF_NOTHING));
        }
        if (earlier == 0) {
            return hashes.isEmpty() && earlierRoot.equals(Hash.OF_NOTHING);
        }
        return !hashes.isEmpty() && leadsToBoth(earlierRoot, root);
    }

    private boolean leadsToBoth(Hash earlierRoot, Hash root) {
        List<Hash> path = new ArrayList<>();
        if (Long.bitCount(earlier) == 1) {
            path.add(earlierRoot);
        }
        path.addAll(hashes);
        int complete = Long.numberOfTrailingZeros(earlier);
        long place = (earlier - 1) >>> complete;
        long last = (size - 1) >>> complete;
        Hash before = path.get(0);
        Hash after = path.get(0);
        for (Hash next : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                before = Hash.ofNode(next, before);
                after = Hash.ofNode(next, after);
                int alone = Long.numberOfTrailingZeros(place);
                place >>>= alone;
                last >>>= alone;
            } else {
                after = Hash.ofNode(after, next);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && before.equals(earlierRoot) && after.equals(root);
    }
}
