package io.agreements.keycloak.agreement.text.change;

import java.util.List;

/** The longest that two lists have in common, in order, by a table with a cell for each pair of their members. */
final class CommonTable {

    private static final byte SAME = 0;
    private static final byte OLDER_GOES = 1;
    private static final byte NEWER_COMES = 2;

    private final int[] older;
    private final int[] newer;
    private final byte[] steps;

    CommonTable(List<Integer> older, List<Integer> newer) {
        this.older = older.stream().mapToInt(Integer::intValue).toArray();
        this.newer = newer.stream().mapToInt(Integer::intValue).toArray();
        this.steps = new byte[this.older.length * this.newer.length];
        fill();
    }

    /** From the ends of both lists: what can be had in common from each pair on, and by which step. */
    private void fill() {
        int[] below = new int[newer.length + 1];
        for (int first = older.length - 1; first >= 0; first--) {
            int[] row = new int[newer.length + 1];
            for (int second = newer.length - 1; second >= 0; second--) {
                int cell = first * newer.length + second;
                if (older[first] == newer[second]) {
                    row[second] = below[second + 1] + 1;
                    steps[cell] = SAME;
                } else if (below[second] >= row[second + 1]) {
                    row[second] = below[second];
                    steps[cell] = OLDER_GOES;
                } else {
                    row[second] = row[second + 1];
                    steps[cell] = NEWER_COMES;
                }
            }
            below = row;
        }
    }

    void walk(Way way) {
        int first = 0;
        int second = 0;
        while (first < older.length && second < newer.length) {
            byte step = steps[first * newer.length + second];
            int goes = step == NEWER_COMES ? 0 : 1;
            int comes = step == OLDER_GOES ? 0 : 1;
            way.go(step == SAME, goes, comes);
            first += goes;
            second += comes;
        }
        way.go(false, older.length - first, newer.length - second);
    }

    /** Told of each step, by how many members of each list it goes. */
    interface Way {
        void go(boolean same, int older, int newer);
    }
}
