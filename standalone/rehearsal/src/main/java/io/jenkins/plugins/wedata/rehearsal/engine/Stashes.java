package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that a build has put aside by name, as they were then. */
final class Stashes {

    private final Overlay overlay;
    private final Map<String, Map<String, Path>> byName = new HashMap<>();

    Stashes(Overlay overlay) {
        this.overlay = overlay;
    }

    synchronized boolean contains(String name) {
        return byName.containsKey(name);
    }

    /** Puts files aside, in the place of what had the name before. */
    synchronized void put(String name, Workspace from, List<String> files) throws WorkspaceFileException, IOException {
        Map<String, Path> copies = new LinkedHashMap<>();
        for (String file : files) {
            copies.put(file, overlay.keep(from.file(file)));
        }
        byName.put(name, copies);
    }

    /**
     * Writes the files of a stash.
     *
     * @return whether there is one of that name
     */
    synchronized boolean restore(String name, Workspace into) throws WorkspaceFileException, IOException {
        Optional<Map<String, Path>> stash = Optional.ofNullable(byName.get(name));
        for (Map.Entry<String, Path> file : stash.orElse(Map.of()).entrySet()) {
            into.write(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        return stash.isPresent();
    }
}
