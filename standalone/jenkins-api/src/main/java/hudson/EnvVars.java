package hudson;

import java.util.TreeMap;

/** Bare signatures of Jenkins core's type. */
public class EnvVars extends TreeMap<String, String> {

    private static final long serialVersionUID = 4320331661987259022L;

    public EnvVars() {
        super(String.CASE_INSENSITIVE_ORDER);
    }

    public String expand(String s) {
        throw new UnsupportedOperationException();
    }
}
