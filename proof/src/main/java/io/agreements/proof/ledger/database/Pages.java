package io.agreements.proof.ledger.database;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Rows that are read some at a time. */
final class Pages implements Rows {

    private final Function<Row, List<Row>> reader;
    private Iterator<Row> page = List.<Row>of().iterator();
    private Row last;
    private boolean over;

    /** @param reader reads those after a row, or the first ones after null; none at the end */
    Pages(Function<Row, List<Row>> reader) {
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !over) {
            page = reader.apply(last).iterator();
            over = !page.hasNext();
        }
        return page.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        last = page.next();
        return last;
    }

    @Override
    public void close() {
        over = true;
    }
}
