package hudson.util;

import java.util.AbstractList;

/** Bare signatures of Jenkins core's type. */
public class PersistedList<T> extends AbstractList<T> {

    PersistedList() {}

    @Override
    public T get(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int size() {
        throw new UnsupportedOperationException();
    }
}
