package io.jenkins.plugins.wedata.benchmarks;

import java.nio.file.Path;

/** The Java that this runs on. */
final class Java {

    static final String EXECUTABLE =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Java() {}
}
