package io.agreements.keycloak.statistics;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows which users are in which published number, and adds numbers up with any factors. What a row of users (1 for each in
 * the group) adds up to can be had if it is a combination of the published rows.
 */
final class Attacker {

    private final List<BigInteger[]> rows = new ArrayList<>();

    void learn(int[] row) {
        BigInteger[] rest = rest(row);
        if (first(rest) < rest.length) {
            rows.add(rest);
        }
    }

    boolean recovers(int[] group) {
        BigInteger[] rest = rest(group);
        return first(rest) == rest.length;
    }

    private BigInteger[] rest(int[] row) {
        BigInteger[] rest = new BigInteger[row.length];
        for (int column = 0; column < row.length; column++) {
            rest[column] = BigInteger.valueOf(row[column]);
        }
        for (BigInteger[] known : rows) {
            int pivot = first(known);
            BigInteger factor = rest[pivot];
            for (int column = 0; column < rest.length; column++) {
                rest[column] = rest[column].multiply(known[pivot]).subtract(known[column].multiply(factor));
            }
        }
        return rest;
    }

    private static int first(BigInteger[] row) {
        int column = 0;
        while (column < row.length && row[column].signum() == 0) {
            column++;
        }
        return column;
    }
}
