package io.agreements.keycloak.account.export;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** A long list in parts, each read when its turn has come. */
final class Pages<T> implements Iterator<List<T>> {

    private final int size;
    private final IntFunction<List<T>> reader;
    private int first;
    private boolean more = true;

    /**
     * @param size elements in each part but the last
     * @param reader reads the part that begins after so many
     */
    Pages(int size, IntFunction<List<T>> reader) {
        this.size = size;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public List<T> next() {
        if (!more) {
            throw new NoSuchElementException();
        }
        List<T> page = reader.apply(first);
        first += size;
        more = page.size() == size;
        return page;
    }
}
