package hudson;

import java.util.AbstractList;

/** Bare signatures of Jenkins core's type. */
public class ExtensionList<T> extends AbstractList<T> {

    ExtensionList() {}

    public static <T> ExtensionList<T> lookup(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    public static <U> U lookupSingleton(Class<U> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public T get(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int size() {
        throw new UnsupportedOperationException();
    }
}
