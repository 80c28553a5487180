package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import okhttp3.OkHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official build and the standalone one build the same thing from the same libraries. */
class BuildsAgreeTest {

    private static final List<String> FILES = List.of(
            "pom.xml", "standalone/pom.xml", "standalone/plugin/pom.xml", "standalone/library-versions.properties");

    private final Path project = ProjectFolder.find();

    @TempDir
    Path copy;

    @BeforeEach
    void copyTheBuilds() throws IOException {
        Files.createDirectories(copy.resolve("standalone/plugin"));
        for (String file : FILES) {
            Files.copy(project.resolve(file), copy.resolve(file));
        }
    }

    @Test
    void bothBuildsAgree() {
        assertThat(new BuildsAgreement(project).differences()).isEmpty();
    }

    @ParameterizedTest(name = "{1} instead of {2} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
            pom.xml                    | <version>6.2222.abc</version>       | <version>6.2221.va_045130417c9</version>
            pom.xml                    | <version>6917.abc</version>         | <version>6916.v15ec97679743</version>
            pom.xml                    | ${jenkins.baseline}.4               | ${jenkins.baseline}.3
            pom.xml                    | <jqwik.version>0</jqwik.version>    | <jqwik.version>1.10.1</jqwik.version>
            pom.xml                    | <artifactId>gson-api</artifactId>   | <artifactId>okhttp-api</artifactId>
            pom.xml                    | <artifactId>hamcrest</artifactId>   | <artifactId>archunit</artifactId>
            pom.xml                    | <artifactId>workflow-x</artifactId> | <artifactId>workflow-job</artifactId>
            pom.xml                    | Artifacts>false<                    | Artifacts>true<
            standalone/pom.xml         | <okhttp.version>4                   | <okhttp.version>5
            standalone/pom.xml         | <snakeyaml.version>1                | <snakeyaml.version>2
            standalone/pom.xml         | <junit.version>5                    | <junit.version>6
            standalone/pom.xml         | <assertj.version>2                  | <assertj.version>3
            standalone/pom.xml         | format.version>2.50.0               | format.version>2.97.0
            standalone/pom.xml         | omitVisitors>FindReturnRef,         | omitVisitors>ConstructorThrow,
            standalone/pom.xml         | <version>3.5.5</version>            | <version>3.5.6</version>
            standalone/plugin/pom.xml  | <artifactId>junit-x</artifactId>    | <artifactId>junit-jupiter</artifactId>
            standalone/plugin/pom.xml  | <artifactId>okio</artifactId>       | <artifactId>okhttp-jvm</artifactId>
            standalone/plugin/pom.xml  | ../src/main/java                    | ../../src/main/java
            standalone/plugin/pom.xml  | wedata/**                           | wedata/jenkins/**
            standalone/library-versions.properties | jackson2-api=2.22.2     | jackson2-api=2.22.1
            """)
    void aChangeInOneBuildOnlyIsSeen(String file, String planted, String original) throws IOException {
        String text = Files.readString(copy.resolve(file));
        assertThat(text).contains(original);
        Files.writeString(copy.resolve(file), text.replace(original, planted));

        assertThat(new BuildsAgreement(copy).differences()).isNotEmpty();
    }

    @Test
    void theLibrariesOnTheClassPathAreTheTables() throws IOException {
        Properties table = new Properties();
        try (Reader reader = Files.newBufferedReader(project.resolve("standalone/library-versions.properties"))) {
            table.load(reader);
        }
        assertThat(table.getProperty("jackson2-api")).startsWith(PackageVersion.VERSION + "-");
        assertThat(com.fasterxml.jackson.dataformat.yaml.PackageVersion.VERSION)
                .hasToString(PackageVersion.VERSION.toString());
        assertThat(table.getProperty("okhttp-api")).startsWith(OkHttp.VERSION + "-");
    }
}
