package hudson;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Bare signatures of Jenkins core's type. */
public class Util {

    @NonNull
    public static String getTimeSpanString(long duration) {
        throw new UnsupportedOperationException();
    }
}
