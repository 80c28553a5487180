package io.jenkins.plugins.wedata.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user asks for.
 *
 * @param jenkinsfile the file to rehearse
 * @param credentialIds the credentials that the build may use; empty for every id
 */
record CommandLine(Path jenkinsfile, Set<String> credentialIds) {

    /** Names the file that is rehearsed when none is given. */
    static final String DEFAULT_FILE = "io.jenkins.plugins.wedata.rehearsal.jenkinsfile";

    private static final String CREDENTIALS = "--credentials=";
    private static final String USAGE = "usage: [--credentials=ID,ID...] [path/to/Jenkinsfile]";

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when they are something else; the message says what is right
     */
    static CommandLine parse(String... args) {
        List<String> files = new ArrayList<>();
        Set<String> ids = Set.of();
        for (String arg : args) {
            if (arg.startsWith(CREDENTIALS)) {
                ids = Set.copyOf(List.of(arg.substring(CREDENTIALS.length()).split(",")));
            } else if (arg.startsWith("-")) {
                throw new IllegalArgumentException("Unknown option " + arg + "; " + USAGE);
            } else {
                files.add(arg);
            }
        }
        if (files.size() > 1) {
            throw new IllegalArgumentException("One file at a time; " + USAGE);
        }
        String file = files.isEmpty()
                ? Optional.ofNullable(System.getProperty(DEFAULT_FILE))
                        .orElseThrow(() -> new IllegalArgumentException("No file is given; " + USAGE))
                : files.get(0);
        return new CommandLine(Path.of(file).toAbsolutePath().normalize(), ids);
    }
}
