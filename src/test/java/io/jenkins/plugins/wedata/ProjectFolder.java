package io.jenkins.plugins.wedata;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the project's folder from where a build runs its tests. */
public final class ProjectFolder {

    private ProjectFolder() {}

    /**
     * The folder.
     *
     * @return where both builds, the sources and the documentation are
     */
    public static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve("standalone/library-versions.properties"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("not inside the project: " + Path.of("").toAbsolutePath());
    }
}
