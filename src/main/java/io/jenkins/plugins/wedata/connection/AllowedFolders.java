package io.jenkins.plugins.wedata.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * The folders that may use a connection, each with all that is below it.
 *
 * @param names full names, such as {@code data/etl}; empty for everything
 */
record AllowedFolders(List<String> names) {

    AllowedFolders {
        names = List.copyOf(names);
    }

    /**
     * Reads what an administrator wrote.
     *
     * @param text one name a line; slashes around it don't matter
     */
    static AllowedFolders parse(@CheckForNull String text) {
        return new AllowedFolders(
                text == null
                        ? List.of()
                        : text.lines()
                                .map(line -> line.strip().replaceAll("^/+|/+$", ""))
                                .filter(line -> !line.isEmpty())
                                .toList());
    }

    /**
     * Whether what lies in a folder may use the connection.
     *
     * @param folder the folder's full name; empty at Jenkins' root
     */
    boolean allow(String folder) {
        return names.isEmpty() || names.stream().anyMatch(name -> folder.equals(name) || folder.startsWith(name + "/"));
    }
}
