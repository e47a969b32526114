package io.agreements.keycloak.account.export;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/** A long list in parts, each read when its turn has come. */
final class Pages<T> implements Iterator<List<T>> {

    private final int size;
    private final UnaryOperator<List<T>> reader;
    private List<T> last = List.of();
    private boolean more = true;

    /**
     * @param size elements in each part but the last
     * @param reader reads the part behind another, which is empty for the first
     */
    Pages(int size, UnaryOperator<List<T>> reader) {
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
        last = reader.apply(last);
        more = last.size() == size;
        return last;
    }
}
