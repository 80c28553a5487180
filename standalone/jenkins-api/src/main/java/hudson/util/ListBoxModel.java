package hudson.util;

import java.util.ArrayList;

/** Bare signatures of Jenkins core's type. */
public class ListBoxModel extends ArrayList<ListBoxModel.Option> {

    private static final long serialVersionUID = 1L;

    public ListBoxModel() {}

    public void add(String displayName, String value) {
        throw new UnsupportedOperationException();
    }

    /** Bare signatures of Jenkins core's type. */
    public static final class Option {

        private Option() {}
    }
}
