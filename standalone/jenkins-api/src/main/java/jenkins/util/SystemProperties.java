package jenkins.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** Bare signatures of Jenkins core's type. */
public class SystemProperties {

    private SystemProperties() {}

    @CheckForNull
    public static String getString(String key) {
        throw new UnsupportedOperationException();
    }

    public static String getString(String key, @CheckForNull String def) {
        throw new UnsupportedOperationException();
    }
}
