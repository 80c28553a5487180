package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** What a Jenkins loads of the plugin when it starts, and nobody has used the plugin yet. */
class StartInJenkinsTest {

    private static final String OURS = "io.jenkins.plugins.wedata.";
    private static final Pattern LOADED = Pattern.compile("\\[class,load *\\] (\\S+) source:");

    /** Extensions, what they describe, and what both are made of; not what Guice and lambdas add. */
    private static final int MOST = 80;

    /** No other plugin of this Jenkins uses these libraries at its start: if one is loaded, it is loaded for this plugin. */
    private static final List<String> LATER =
            List.of("okhttp3.", "okio.", "kotlin.", "com.fasterxml.", OURS + "client.", OURS + "emulator.");

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension();

    @TempDir
    Path directory;

    @Test
    void nothingOfTheClientOfTheBuiltInWeDataAndOfTheirLibrariesIsLoaded() throws Throwable {
        Path log = directory.resolve("classes.log");
        jenkins.javaOptions("-Xlog:class+load:file=" + log);
        jenkins.startJenkins();
        List<String> loaded = loaded(log);
        jenkins.stopJenkins();

        assertThat(loaded.stream().filter(name -> name.startsWith(OURS))).hasSizeBetween(30, MOST);
        assertThat(loaded).noneMatch(name -> LATER.stream().anyMatch(name::startsWith));
    }

    private static List<String> loaded(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(LOADED::matcher)
                    .filter(Matcher::find)
                    .map(line -> line.group(1))
                    .filter(name -> !name.contains("$$"))
                    .toList();
        }
    }
}
