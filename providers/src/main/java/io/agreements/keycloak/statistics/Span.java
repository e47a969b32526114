package io.agreements.keycloak.statistics;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** What can be had of some vectors by adding them up with any rational factors. Exact. */
final class Span {

    /** By the first place at which each is not zero. */
    private final Map<Integer, TreeMap<Integer, BigInteger>> basis = new TreeMap<>();

    int rank() {
        return basis.size();
    }

    /** @param ones the places at which the vector is one; elsewhere it is zero */
    void add(int[] ones) {
        TreeMap<Integer, BigInteger> rest = rest(ones);
        if (!rest.isEmpty()) {
            basis.put(rest.firstKey(), rest);
        }
    }

    boolean contains(int[] ones) {
        return rest(ones).isEmpty();
    }

    private TreeMap<Integer, BigInteger> rest(int[] ones) {
        TreeMap<Integer, BigInteger> rest = new TreeMap<>();
        for (int place : ones) {
            rest.put(place, BigInteger.ONE);
        }
        while (!rest.isEmpty() && basis.containsKey(rest.firstKey())) {
            rest = without(rest, basis.get(rest.firstKey()));
        }
        return rest;
    }

    /** Both times a factor, so that their difference begins later. */
    private static TreeMap<Integer, BigInteger> without(
            TreeMap<Integer, BigInteger> vector, TreeMap<Integer, BigInteger> row) {
        BigInteger ofVector = row.get(vector.firstKey());
        BigInteger ofRow = vector.get(vector.firstKey());
        TreeMap<Integer, BigInteger> difference = new TreeMap<>();
        vector.forEach((place, value) -> difference.put(place, value.multiply(ofVector)));
        row.forEach(
                (place, value) -> difference.merge(place, value.multiply(ofRow).negate(), BigInteger::add));
        difference.values().removeIf(value -> value.signum() == 0);
        BigInteger common = difference.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        difference.replaceAll((place, value) -> value.divide(common));
        return difference;
    }
}
