package io.agreements.proof.cli;

import io.agreements.proof.ledger.Progress;
import java.io.PrintStream;

/** Shows on a terminal how far something is. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 40;
    private static final int PERCENT = 100;

    private final PrintStream terminal;
    private int shown = -1;

    ProgressBar(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(long done, long all) {
        int percent = all == 0 ? PERCENT : (int) (done * PERCENT / all);
        if (percent != shown) {
            shown = percent;
            int filled = percent * WIDTH / PERCENT;
            terminal.printf(
                    "\r[%s%s] %3d %% of %d records", "#".repeat(filled), " ".repeat(WIDTH - filled), percent, all);
            terminal.flush();
        }
    }

    /** Takes the line away, so that something else can be said on it. */
    void clear() {
        if (shown >= 0) {
            terminal.print("\r" + " ".repeat(2 * WIDTH) + "\r");
            terminal.flush();
            shown = -1;
        }
    }
}
