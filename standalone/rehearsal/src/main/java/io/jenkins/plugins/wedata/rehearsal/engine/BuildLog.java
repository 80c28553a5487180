package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.PrintStream;

/**
 * The log, line by line as Jenkins' console shows it: {@code [Pipeline]} before what the program does, the parallel
 * branch before what its steps say. Any thread may write.
 */
public final class BuildLog {

    private final PrintStream out;

    /**
     * Writes to a stream.
     *
     * @param out in UTF-8; stays open
     */
    public BuildLog(PrintStream out) {
        this.out = out;
    }

    /**
     * Writes what the program does.
     *
     * @param what a step, a block's begin or end
     */
    void pipeline(String what) {
        line(null, "[Pipeline] " + what);
    }

    /**
     * Writes outside of any step.
     *
     * @param text one line or several
     */
    public void line(String text) {
        line(null, text);
    }

    /**
     * Writes what a step says.
     *
     * @param branch the innermost parallel branch, or null
     * @param text one line or several; control characters are replaced
     */
    void line(@CheckForNull String branch, String text) {
        String prefix = branch == null ? "" : "[" + branch + "] ";
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\r?\n", -1)) {
            lines.append(prefix)
                    .append(line.replaceAll("[\\p{Cntrl}&&[^\t]]", "?"))
                    .append(System.lineSeparator());
        }
        synchronized (out) {
            out.print(lines);
            out.flush();
        }
    }
}
