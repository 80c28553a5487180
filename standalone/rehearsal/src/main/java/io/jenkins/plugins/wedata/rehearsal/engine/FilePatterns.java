package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.tools.ant.DirectoryScanner;
import org.apache.tools.ant.types.selectors.SelectorUtils;

/**
 * Which files are meant by Ant's patterns, parted by commas as in Jenkins.
 *
 * @param includes at least one
 * @param excludes may be none
 * @param caseSensitive whether {@code A} is another name than {@code a}
 */
record FilePatterns(List<String> includes, List<String> excludes, boolean caseSensitive) {

    /**
     * Reads them.
     *
     * @param includes such as {@code **&#47;*.sql, README.md}
     * @param excludes null for none
     * @param defaultExcludes whether what Ant leaves out by itself is left out, such as {@code .git}
     * @param caseSensitive whether {@code A} is another name than {@code a}
     */
    static FilePatterns of(
            String includes, @CheckForNull String excludes, boolean defaultExcludes, boolean caseSensitive) {
        List<String> left = new ArrayList<>(split(excludes == null ? "" : excludes));
        if (defaultExcludes) {
            Arrays.stream(DirectoryScanner.getDefaultExcludes())
                    .map(FilePatterns::normalised)
                    .forEach(left::add);
        }
        return new FilePatterns(split(includes), left, caseSensitive);
    }

    private static List<String> split(String patterns) {
        return Arrays.stream(patterns.split(","))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(FilePatterns::normalised)
                .toList();
    }

    /** A directory means all that is in it. */
    private static String normalised(String pattern) {
        String path = pattern.replace('/', File.separatorChar).replace('\\', File.separatorChar);
        return path.endsWith(File.separator) ? path + "**" : path;
    }

    List<String> of(List<String> files) {
        return files.stream()
                .filter(file -> matches(includes, file) && !matches(excludes, file))
                .toList();
    }

    private boolean matches(List<String> patterns, String file) {
        String path = file.replace('/', File.separatorChar);
        return patterns.stream().anyMatch(pattern -> SelectorUtils.matchPath(pattern, path, caseSensitive));
    }
}
