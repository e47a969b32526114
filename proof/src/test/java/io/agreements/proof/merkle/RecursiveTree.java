package io.agreements.proof.merkle;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Trees and proofs word by word as section 2.1 of RFC 6962 defines them: slow, and with nothing of what is tested. */
public final class RecursiveTree {

    private final List<byte[]> entries;

    public RecursiveTree(List<byte[]> entries) {
        this.entries = entries;
    }

    /** MTH(D[n]). */
    public Hash root() {
        return Hash.of(mth(entries));
    }

    /** PATH(m, D[n]). */
    public List<Hash> path(int m) {
        return hashes(path(m, entries));
    }

    /** PROOF(m, D[n]). */
    public List<Hash> proof(int m) {
        return hashes(subproof(m, entries, true));
    }

    private static List<Hash> hashes(List<byte[]> hashes) {
        return hashes.stream().map(Hash::of).toList();
    }

    private static byte[] mth(List<byte[]> d) {
        int n = d.size();
        if (n == 0) {
            return sha256(new byte[0]);
        }
        if (n == 1) {
            return sha256(new byte[] {0}, d.get(0));
        }
        int k = k(n);
        return sha256(new byte[] {1}, mth(d.subList(0, k)), mth(d.subList(k, n)));
    }

    private static List<byte[]> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = k(n);
        return m < k
                ? and(path(m, d.subList(0, k)), mth(d.subList(k, n)))
                : and(path(m - k, d.subList(k, n)), mth(d.subList(0, k)));
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean whole) {
        int n = d.size();
        if (m == n) {
            return whole ? List.of() : List.of(mth(d));
        }
        int k = k(n);
        return m <= k
                ? and(subproof(m, d.subList(0, k), whole), mth(d.subList(k, n)))
                : and(subproof(m - k, d.subList(k, n), false), mth(d.subList(0, k)));
    }

    private static List<byte[]> and(List<byte[]> hashes, byte[] hash) {
        List<byte[]> all = new ArrayList<>(hashes);
        all.add(hash);
        return all;
    }

    /** The largest power of two smaller than n. */
    private static int k(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(ByteBuffer.wrap(part));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
